import { expect } from 'chai';
import ts from 'typescript';
import { en } from '../../src/text/en.js';
import { about } from '../../src/text/es/about.js';
import { bars } from '../../src/text/es/bars.js';
import { comparison } from '../../src/text/es/comparison.js';
import { download } from '../../src/text/es/download.js';
import { error } from '../../src/text/es/error.js';
import { figure } from '../../src/text/es/figure.js';
import { map } from '../../src/text/es/map.js';
import { marks } from '../../src/text/es/marks.js';
import { method } from '../../src/text/es/method.js';
import { owner } from '../../src/text/es/owner.js';
import { rateSwitch } from '../../src/text/es/rate-switch.js';
import { remarks } from '../../src/text/es/remarks.js';
import { table } from '../../src/text/es/table.js';
import { targets } from '../../src/text/es/targets.js';
import { trend } from '../../src/text/es/trend.js';
import type { Messages } from '../../src/text/messages.js';
import { projectFiles, readProject } from './project.js';

const LANGUAGES: Readonly<Record<string, Messages>> = {
  es: {
    figure,
    remarks,
    error,
    about,
    rateSwitch,
    trend,
    comparison,
    marks,
    bars,
    map,
    table,
    download,
    method,
    targets,
    owner,
  },
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
