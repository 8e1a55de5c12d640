import resolve from '@rollup/plugin-node-resolve';
import { expect } from 'chai';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { publint } from 'publint';
import { rollup } from 'rollup';
import ts from 'typescript';
import { builtScripts, needsBuilt } from './built.js';
import { projectFiles, readJson, readProject, ROOT } from './project.js';

type Exported = string | Readonly<Record<string, string>>;
interface Package {
  readonly exports: Readonly<Record<string, Exported>>;
  readonly types: string;
  readonly customElements: string;
  readonly 'web-types': string;
  readonly sideEffects: readonly string[];
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}
interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const resolver = createRequire(import.meta.url);
const PACKAGE = readJson<Package>('package.json');

const pathsOf = (exported: Exported): string[] =>
  typeof exported === 'string' ? [exported] : Object.values(exported);

describe('the package', () => {
  it('exports files that the build makes, with their types', () => {
    const paths = Object.values(PACKAGE.exports).flatMap(pathsOf);
    const named = [PACKAGE.types, PACKAGE.customElements, PACKAGE['web-types']];
    for (const path of [...paths, ...named]) {
      if (path.endsWith('/*'))
        expect(readdirSync(needsBuilt(path.slice(0, -1), 'npm run build'))).not.to.be.empty;
      else needsBuilt(path, 'npm run build');
    }
    expect(Object.keys(PACKAGE.exports)).to.include.members([
      '.',
      './card',
      './trend',
      './table',
      './download',
      './bars',
    ]);
  });

  it('resolves by its own name as an application resolves it', () => {
    for (const name of Object.keys(PACKAGE.exports)) {
      const specifier = `observatorio-widgets${name.slice(1).replace('*', 'auto.js')}`;
      expect(resolver.resolve(specifier), specifier).to.match(/\.(js|json)$/);
    }
  });

  it('publishes all that it exports', () => {
    const published = (path: string): boolean =>
      path === './package.json' || PACKAGE.files.some((each) => path.replace('./', '').startsWith(each));
    expect(
      Object.values(PACKAGE.exports)
        .flatMap(pathsOf)
        .filter((path) => !published(path)),
    ).to.deep.equal([]);
  });

  it('is as bundlers and runtimes expect it', async () => {
    needsBuilt('dist', 'npm run build');
    const { messages } = await publint({ pkgDir: ROOT, pack: false, strict: true });
    expect(messages).to.deep.equal([]);
  });

  it('is built before it is packed, whoever forgets to', () => {
    expect(PACKAGE.scripts['prepack']).to.equal('npm run build');
  });

  it('can be loaded whole where there is no page, as servers that write pages do', async () => {
    expect(globalThis).not.to.have.property('document');
    await import('../../src/auto.js');
    await import('../../src/index.js');
  });

  it('names in its commands files that are there', () => {
    const words = Object.values(PACKAGE.scripts).flatMap((script) => script.split(' '));
    const files = words.filter((word) => /\.(ts|mjs)$/.test(word));
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).to.deep.equal([]);
    expect(files.length).to.be.above(5);
  });

  it('holds no chunk that nothing imports: an earlier build leaves nothing behind', () => {
    const scripts = [...builtScripts('cdn')];
    const code = scripts.map(([, text]) => text).join('\n');
    const chunks = scripts
      .map(([path]) => path.split('/').at(-1) ?? '')
      .filter((name) => /-[\w-]{8}\.js$/.test(name));
    expect(chunks.filter((name) => !code.includes(name))).to.deep.equal([]);
    expect(chunks).not.to.be.empty;
  });
});

/** Statements that do something when the module is loaded, beside naming things. */
function actsOnLoading(path: string): boolean {
  const file = ts.createSourceFile(path, readProject(path), ts.ScriptTarget.ES2022);
  return file.statements.some((each) => ts.isExpressionStatement(each));
}

/** `./src/widgets/*\/*.ts` as a pattern. */
const globOf = (glob: string): RegExp =>
  new RegExp(`^${glob.replace(/[.]/g, '\\.').replace(/\*/g, '[^/]*')}$`);

describe('what the package says of its side effects', () => {
  const isListed = (path: string): boolean =>
    PACKAGE.sideEffects.some((glob) => globOf(glob).test(`./${path}`));

  it('lists every module that does something when it is loaded, as source and as built', () => {
    const acting = projectFiles('src').filter((path) => path.endsWith('.ts') && actsOnLoading(path));
    expect(acting).to.include.members([
      'src/auto.ts',
      'src/widgets/card/card.ts',
      'src/widgets/trend/chart.ts',
    ]);
    const built = acting.map((path) => path.replace(/^src/, 'dist').replace(/\.ts$/, '.js'));
    expect([...acting, ...built].filter((path) => !isListed(path))).to.deep.equal([]);
  });

  it('lists no module below the widgets, so that bundlers leave out what is not used', () => {
    const low = projectFiles('src').filter((path) =>
      /^src\/(table|query|request|text|theme|sources|engine)\//.test(path),
    );
    expect(low.filter(isListed)).to.deep.equal([]);
  });

  /** What a bundler keeps of an import that takes nothing by name. */
  async function bundled(file: string): Promise<string> {
    const entry = '\0entry';
    const bundle = await rollup({
      input: entry,
      external: [/^lit/, /^@lit/, /^chart\.js/, /^papaparse/, /^read-excel-file/, /^zod/, /^tslib/],
      onwarn: () => undefined,
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === entry ? id : null),
          load: (id) => (id === entry ? `import ${JSON.stringify(join(ROOT, file))};` : null),
        },
        resolve(),
      ],
    });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    await bundle.close();
    return output[0].code;
  }
  const defined = (code: string): string[] =>
    [...code.matchAll(/defineWidget\('(obs-\w+)'/g)].map(([, tag = '']) => tag).sort();

  it('keeps a widget that is imported for its tag alone, and brings no other', async () => {
    needsBuilt('dist', 'npm run build');
    expect(defined(await bundled('dist/widgets/card/card.js'))).to.deep.equal(['obs-card']);
    const all = [
      'obs-bars',
      'obs-card',
      'obs-download',
      'obs-filter',
      'obs-map',
      'obs-method',
      'obs-profile',
      'obs-table',
      'obs-targets',
      'obs-trend',
    ];
    expect(defined(await bundled('dist/index.js'))).to.deep.equal(all);
    expect(defined(await bundled('dist/auto.js'))).to.deep.equal(all);
  }).timeout(60_000);
});

describe('what the project depends on', () => {
  const { packages } = readJson<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json');

  it('is eight packages at run time, and what these bring, under licences that ask for no more than a name', () => {
    expect(Object.keys(PACKAGE.dependencies)).to.deep.equal([
      'chart.js',
      'd3-geo',
      'lit',
      'papaparse',
      'read-excel-file',
      'topojson-client',
      'tslib',
      'zod',
    ]);
    const atRunTime = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
    const licences = atRunTime.map(
      ([path, { license = 'none' }]) => `${path.split('node_modules/').at(-1) ?? ''} ${license}`,
    );
    const free = /^\S+ (MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0)$/;
    expect(licences.filter((each) => !free.test(each))).to.deep.equal([]);
    expect(licences.length).to.be.above(5);
  });

  it('is fixed to the version in all that only builds and tests', () => {
    // DuckDB counts the releases of its binding behind the version of the engine: `1.5.6-r.1`.
    const loose = Object.entries(PACKAGE.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-r\.\d+)?$/.test(version),
    );
    expect(loose).to.deep.equal([]);
  });

  it('runs no script when this package is installed', () => {
    const onInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(onInstall.filter((name) => name in PACKAGE.scripts)).to.deep.equal([]);
    expect(
      Object.keys(PACKAGE.dependencies).filter((name) => packages[`node_modules/${name}`] === undefined),
    ).to.deep.equal([]);
  });
});
