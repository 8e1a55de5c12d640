import { expect } from 'chai';
import ts from 'typescript';
import { en } from '../../src/text/en.js';
import type { Messages } from '../../src/text/messages.js';
import { spanish } from '../support/spanish.js';
import { projectFiles, readProject } from './project.js';

const LANGUAGES: Readonly<Record<string, Messages>> = {
  es: spanish,
  en,
};

/** The names of a type that lists them: `type ErrorCode = 'offline' | 'timeout' | …`. */
function namesOf(path: string, type: string): string[] {
  const file = ts.createSourceFile(path, readProject(path), ts.ScriptTarget.ES2022);
  const alias = file.statements.find(
    (each): each is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(each) && each.name.text === type,
  );
  if (!alias || !ts.isUnionTypeNode(alias.type))
    throw new Error(`${path} no longer lists the names of ${type}.`);
  return alias.type.types.flatMap((each) =>
    ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : [],
  );
}

const ERRORS = namesOf('src/errors.ts', 'ErrorCode');
const NOTICES = namesOf('src/table/notice.ts', 'NoticeCode');

/** The code that raises things, without the words for them and without the lists themselves. */
const RAISING = projectFiles('src')
  .filter(
    (path) => path.endsWith('.ts') && !/^src\/(text\/(en|es\/)|errors\.ts|table\/notice\.ts)/.test(path),
  )
  .map(readProject)
  .join('\n');

describe('what can go wrong', () => {
  it('has codes to tell', () => {
    expect(ERRORS).to.include.members(['offline', 'missing-column', 'internal']);
    expect(NOTICES).to.include.members(['partial', 'unknown-attribute']);
  });

  for (const [language, messages] of Object.entries(LANGUAGES)) {
    it(`has for every error a sentence for readers and one for the page’s owner (${language})`, () => {
      // Nothing went wrong where there is nothing: that too takes a sentence.
      expect(Object.keys(messages.error).sort()).to.deep.equal([...ERRORS, 'empty'].sort());
      expect(Object.keys(messages.owner.error).sort()).to.deep.equal([...ERRORS].sort());
      for (const code of ERRORS) {
        expect(messages.error[code as keyof typeof messages.error]('datos.example'), code).to.match(
          /\p{L}.*\.$/su,
        );
        expect(messages.owner.error[code as keyof typeof messages.owner.error], code).to.match(
          /\p{L}.*\.$/su,
        );
      }
    });

    it(`has for every notice a sentence for the page’s owner (${language})`, () => {
      expect(Object.keys(messages.owner.notice).sort()).to.deep.equal([...NOTICES].sort());
    });

    it(`tells readers no code and no term of the trade (${language})`, () => {
      for (const [code, sentence] of Object.entries(messages.error)) {
        expect(sentence('datos.example'), code).not.to.match(
          /HTTP|CORS|JSON|CSV|atributo|attribute|undefined|\d{3}|-\w+-/,
        );
      }
    });
  }

  it('is told somewhere: no code is only a word', () => {
    const told = (code: string): boolean => RAISING.includes(`'${code}'`);
    expect([...ERRORS, ...NOTICES].filter((code) => !told(code))).to.deep.equal([]);
  });
});
