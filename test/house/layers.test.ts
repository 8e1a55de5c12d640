import { expect } from 'chai';
import ts from 'typescript';
import { join } from 'node:path';
import { importsOf, ringsOf, type Modules } from './imports.js';
import { LAST_WITHOUT_PAGE, levelOf, misdirected, modelsThatDraw, pastEngine } from './layers.js';
import { projectFiles, readProject, ROOT } from './project.js';

const MODULES: Modules = Object.fromEntries(
  projectFiles('src')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path.slice('src/'.length), readProject(path)]),
);
const IMPORTS = importsOf(MODULES);

describe('the layers of the house', () => {
  it('have a level for every module', () => {
    expect(Object.keys(MODULES).filter((module) => levelOf(module) < 0)).to.deep.equal([]);
    expect(Object.keys(MODULES).length).to.be.above(100);
  });

  it('import only what is there', () => {
    const missing = IMPORTS.filter(({ to }) => to.endsWith('.ts') && !(to in MODULES));
    expect(missing).to.deep.equal([]);
    expect(IMPORTS.length).to.be.above(300);
  });

  it('import downwards only, types and what is loaded later included, and no other widget', () => {
    expect(misdirected(IMPORTS)).to.deep.equal([]);
  });

  // What is loaded later may need what loads it: by then that is whole, and the two are one job in two files. What
  // is loaded at once, and types, may not: such files could not be read apart.
  it('hold no ring of modules that need each other', () => {
    expect(ringsOf(IMPORTS.filter(({ kind }) => kind !== 'later'))).to.deep.equal([]);
  });

  it('let no widget past the engine, to sources and requests', () => {
    expect(pastEngine(IMPORTS)).to.deep.equal([]);
  });

  it('keep models apart from what draws', () => {
    expect(modelsThatDraw(IMPORTS)).to.deep.equal([]);
  });
});

describe('the check of the layers', () => {
  const found = (modules: Modules): string[] => misdirected(importsOf(modules));

  it('finds an import that points up, of a value, of a type, of what is loaded later', () => {
    expect(found({ 'table/a.ts': `import { b } from '../query/b.js';` })).to.have.length(1);
    expect(found({ 'sources/a.ts': `import type { B } from '../engine/b.js';` })).to.have.length(1);
    expect(found({ 'query/a.ts': `await import('../widgets/card/card.js');` })).to.have.length(1);
    expect(found({ 'query/a.ts': `type B = typeof import('../engine/b.js');` })).to.have.length(1);
    expect(found({ 'table/a.ts': `export * from '../text/b.js';` })).to.have.length(1);
  });

  it('finds an import between two folders of one level, and between two widgets', () => {
    expect(found({ 'query/a.ts': `import { b } from '../text/b.js';` })).to.have.length(1);
    expect(found({ 'widgets/card/a.ts': `import { b } from '../trend/b.js';` })).to.have.length(1);
    expect(found({ 'widgets/figure/a.ts': `import { b } from '../card/b.js';` })).to.have.length(1);
    expect(
      found({ 'text/summary/summarise.ts': `import { toSeries } from '../../query/series.js';` }),
    ).to.have.length(1);
  });

  it('finds a command that takes more of a widget than its model', () => {
    expect(found({ 'cli/a.ts': `import { b } from '../widgets/card/card.js';` })).to.have.length(1);
    expect(found({ 'cli/a.ts': `import { b } from '../widgets/card/card-model.js';` })).to.deep.equal([]);
  });

  it('finds a folder that the house does not have', () => {
    expect(found({ 'query/a.ts': `import { b } from '../tools/b.js';` })).to.have.length(1);
  });

  it('lets pass what points down, what stays in its folder, packages, and what only a comment says', () => {
    const modules = {
      'engine/a.ts': `import { b } from '../table/b.js'; import './c.js'; import { css } from 'lit';`,
      'table/a.ts': `// import { b } from '../engine/b.js'\nconst text = "import('../engine/b.js')";`,
    };
    expect(found(modules)).to.deep.equal([]);
  });

  it('finds rings, however long', () => {
    const ring = {
      'query/a.ts': `import { b } from './b.js';`,
      'query/b.ts': `import type { C } from './c.js';`,
      'query/c.ts': `export { a } from './a.js';`,
      'query/d.ts': `import { a } from './a.js';`,
    };
    expect(ringsOf(importsOf(ring))).to.deep.equal(['query/a.ts → query/b.ts → query/c.ts → query/a.ts']);
  });

  it('finds a widget that fetches by itself, and a model that draws', () => {
    const fetching = { 'widgets/card/a.ts': `import { get } from '../../request/get.js';` };
    expect(pastEngine(importsOf(fetching))).to.have.length(1);
    const drawing = {
      'widgets/card/card-model.ts': `import { line } from './line.js';`,
      'widgets/card/line.ts': `import { html } from 'lit';`,
    };
    expect(modelsThatDraw(importsOf(drawing))).to.deep.equal([
      'widgets/card/card-model.ts → widgets/card/line.ts → lit',
    ]);
  });
});

const PAGELESS = Object.keys(MODULES)
  .filter((module) => levelOf(module) <= LAST_WITHOUT_PAGE)
  .map((module) => join(ROOT, 'src', module));

/** Code that asks `globalThis` for a page finds out that there is none: it may name what it asks for. */
const ASKED_FOR = `
  type Navigator = WorkerNavigator;
  type Listen = (type: 'securitypolicyviolation', listener: (event: SecurityPolicyViolationEvent) => void) => void;
  interface Document {
    readonly visibilityState: string;
    readonly addEventListener: Listen;
    readonly removeEventListener: Listen;
  }`;
const ASKS_GLOBAL_THIS = 7017;
const PLANTED = join(ROOT, 'src', 'engine', 'planted.ts');

/** What the compiler says where the only library is that of a worker, without `document` and `window`, by file. */
function withoutPage(files: readonly string[]): (readonly [file: string, message: string])[] {
  const read = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, ROOT);
  const workers: ts.CompilerOptions = {
    ...options,
    lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts'],
    types: [],
  };
  const given = new Map([
    [join(ROOT, 'asked-for.d.ts'), ASKED_FOR],
    [PLANTED, 'export const title: string = document.title;'],
  ]);
  const host = ts.createCompilerHost(workers);
  const onDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest) => {
    const code = given.get(name);
    return code === undefined ? onDisk(name, version, ...rest) : ts.createSourceFile(name, code, version);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...files, ...given.keys()], workers, host))
    .filter(({ code }) => code !== ASKS_GLOBAL_THIS)
    .map(({ file, messageText }) => [
      file?.fileName ?? '',
      ts.flattenDiagnosticMessageText(messageText, ' '),
    ]);
}

describe('what runs without a page', () => {
  let said: ReturnType<typeof withoutPage>;

  before(function () {
    this.timeout(60_000);
    said = withoutPage(PAGELESS);
  });

  it('names nothing that only a page has, so that a worker and Node run it', () => {
    expect(said.filter(([file]) => file !== PLANTED)).to.deep.equal([]);
    expect(PAGELESS.length).to.be.above(60);
  });

  it('is checked in earnest: a document named in a module that is not there is found', () => {
    const messages = said.filter(([file]) => file === PLANTED).map(([, message]) => message);
    expect(messages.join()).to.contain("Cannot find name 'document'");
  });
});
