import { expect } from 'chai';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  linesOf,
  longFunctions,
  MACHINE_PATH,
  median,
  MOST_LINES,
  unexplainedExceptions,
  VAGUE,
} from './shape.js';
import { projectFiles, readJson, readProject, ROOT } from './project.js';

const FILES = projectFiles();
const ours = (ending: RegExp): string[] => FILES.filter((path) => ending.test(path));
const CODE = ours(/\.(ts|mjs|css|html)$/);
const TYPESCRIPT = ours(/\.ts$/);
const TEXTS = ours(/\.(ts|mjs|js|json|css|html|md|mdx|csv|txt)$|^(LICENSE|\.ci\/run|\.\w+)$/);

describe('the shape of the project', () => {
  it('has short files: none over 250 lines, half of them under 120', () => {
    const long = CODE.filter((path) => linesOf(readProject(path)) > MOST_LINES);
    expect(long).to.deep.equal([]);
    const source = TYPESCRIPT.filter((path) => path.startsWith('src/'));
    expect(median(source.map((path) => linesOf(readProject(path))))).to.be.below(120);
  });

  it('has short functions: none over 60 lines, but for the suites of tests', () => {
    const files = TYPESCRIPT.filter((path) => !path.endsWith('.test.ts'));
    expect(files.flatMap((path) => longFunctions(path, readProject(path)))).to.deep.equal([]);
  });

  it('has no file or folder whose name does not say what is in it', () => {
    const vague = FILES.filter((path) => path.split('/').some((name) => VAGUE.test(name)));
    expect(vague).to.deep.equal([]);
  });

  it('has a name for all that it exports', () => {
    const unnamed = TYPESCRIPT.filter(
      (path) => path.startsWith('src/') && /^export default/m.test(readProject(path)),
    );
    expect(unnamed).to.deep.equal([]);
  });

  it('gives a reason wherever a rule of the compiler or the linter does not hold', () => {
    const found = TYPESCRIPT.filter((path) => !path.startsWith('test/house/shape')).flatMap((path) =>
      unexplainedExceptions(readProject(path)).map((line) => `${path}: ${line}`),
    );
    expect(found).to.deep.equal([]);
  });

  it('names no place on anybody’s machine, and nothing beside the project but in tests', () => {
    const bound = TEXTS.filter(
      (path) => !/^test\/house\/shape(\.test)?\.ts$/.test(path) && MACHINE_PATH.test(readProject(path)),
    );
    expect(bound).to.deep.equal([]);
    const beside = TEXTS.filter((path) => !path.startsWith('test/')).filter((path) =>
      /(\.\.\/)+shared\//.test(readProject(path)),
    );
    expect(beside).to.deep.equal([]);
  });

  it('is light to fetch: no file over 500 kB', () => {
    const heavy = FILES.filter((path) => statSync(join(ROOT, path)).size > 500_000);
    expect(heavy).to.deep.equal([]);
  });
});

describe('the lock file', () => {
  interface Lock {
    readonly lockfileVersion: number;
    readonly packages: Readonly<
      Record<string, { readonly resolved?: string; readonly integrity?: string; readonly inBundle?: boolean }>
    >;
  }
  const { packages, lockfileVersion } = readJson<Lock>('package-lock.json');
  const installed = Object.entries(packages).filter(([path]) => path !== '');

  it('names no server but the public registry, so that anybody can install it', () => {
    const elsewhere = installed.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere).to.deep.equal([]);
    expect(lockfileVersion).to.equal(3);
  });

  it('has a hash for every package', () => {
    const unhashed = installed.filter(([, { integrity, inBundle }]) => integrity === undefined && !inBundle);
    expect(unhashed.map(([path]) => path)).to.deep.equal([]);
    expect(installed.length).to.be.above(100);
  });
});

describe('the check of the shape', () => {
  const long = `function long() {\n${'  step();\n'.repeat(60)}}\n`;

  it('counts the lines of functions, methods and arrows', () => {
    expect(longFunctions('a.ts', long)).to.deep.equal(['a.ts: long (62)']);
    const method = `class A {\n  long() {\n${'    step();\n'.repeat(59)}  }\n}\n`;
    expect(longFunctions('a.ts', method)).to.deep.equal(['a.ts: long (61)']);
    expect(longFunctions('a.ts', long.replace('  step();\n', '').replace('  step();\n', ''))).to.deep.equal(
      [],
    );
  });

  it('knows vague names from names that hold such a word', () => {
    for (const name of ['utils.ts', 'util', 'helpers', 'Common.ts', 'misc.md', 'shared']) {
      expect(VAGUE.test(name), name).to.equal(true);
    }
    for (const name of ['shared-tasks.ts', 'library.ts', 'commonjs-plugin.mjs']) {
      expect(VAGUE.test(name), name).to.equal(false);
    }
  });

  it('knows a place on a machine from an address of a page', () => {
    for (const text of ['"/home/ana/obs.csv"', ' /Users/ana', 'C:\\Users\\ana', '(/tmp/x/y)']) {
      expect(MACHINE_PATH.test(`${text}/`), text).to.equal(true);
    }
    for (const text of ['https://datos.example/home/obs.csv', '/archivos/homicidios.csv', './tmp/x']) {
      expect(MACHINE_PATH.test(text), text).to.equal(false);
    }
  });

  it('takes no exception without a reason', () => {
    expect(unexplainedExceptions('// eslint-disable-next-line no-eval')).to.have.length(1);
    expect(unexplainedExceptions('// eslint-disable-next-line no-eval -- a test of it')).to.deep.equal([]);
  });
});
