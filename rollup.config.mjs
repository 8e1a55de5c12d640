import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  literals,
  policyName,
  withoutUnused,
  givenColours,
  withoutChartParts,
  withoutEmptyClasses,
  oneDeclaration,
  reservedRoom,
} from './.rollup/light.mjs';

/** Chunks have a hash of their content in their names: those of an earlier build would stay beside the new ones. */
const emptied = () => ({
  name: 'emptied',
  generateBundle({ dir }) {
    if (!existsSync(dir)) return;
    const written = readdirSync(dir, { recursive: true }).filter((name) => /\.(js|map|d\.ts)$/.test(name));
    for (const name of written) rmSync(join(dir, name));
  },
});

/** The command runs in Node; what is for pages must do without. */
const ts = ({ outDir, declaration, isForNode = false }) =>
  typescript({
    tsconfig: './tsconfig.json',
    filterRoot: process.cwd(),
    include: ['src/**/*.ts'],
    exclude: isForNode ? [] : ['src/cli/**'],
    noEmitOnError: true,
    compilerOptions: {
      noEmit: false,
      rootDir: 'src',
      outDir,
      declaration,
      ...(declaration ? { declarationDir: outDir } : {}),
      types: isForNode ? ['node'] : [],
    },
  });

const WIDGETS = JSON.parse(readFileSync('.rollup/widgets.json', 'utf8'));
/** Those that hold no figures of their own: what they share is no matter of a page that has figures alone. */
const AROUND = ['filter', 'profile'];
/** Widgets that draw, with the same figures as a table and a summary in words. */
const CHARTS = ['trend', 'bars', 'map'];
/** Widgets about what an observatory says, not about rows of data. */
const OF_OBSERVATORY = ['method', 'targets'];
const files = Object.fromEntries(WIDGETS.map((name) => [name, `src/widgets/${name}/${name}.ts`]));

/** Small files that are mostly needed together: one request in place of several. */
const GROUPS = [
  [
    'verbs',
    /src\/(engine\/parse-whole|query\/(query|parse-options|verbs|select|time|as-text|time-parts|measure-names|numbers-of|total-rows)|table\/(replace-columns|month|get-column))\.ts$/,
  ],
  ['status', /src\/(query\/status|table\/status-notation)\.ts$/],
  [
    'groups',
    /src\/query\/(parse-where|tokens|filter|present-words|summarise|grouped-answer|group|computed-decimals)\.ts$/,
  ],
  // What a year may be made of.
  ['own-periods', /src\/query\/(own-periods|coverage|breaks-within|month-stretches|with-span)\.ts$/],
  // Asked for by one attribute.
  ['per', /src\/query\/(parse-per|rated|rate|repeated-denominator)\.ts$/],
  ['declared', /src\/query\/(parse-declared|parse-suppress|revisions)\.ts$/],
  ['intervals', /src\/query\/(parse-interval|interval-columns|intervals|event-probabilities)\.ts$/],
  ['suppress', /src\/query\/(suppress|hide-cells|cell-grid|parts-of-totals)\.ts$/],
  // What few pages tell: one small file, before the words for it.
  ['told', /src\/widgets\/figure\/(tell-owner|notice-event|unknown-attributes)\.ts$/],
  ['axis', /src\/widgets\/trend\/(axis|markers)\.ts$/],
  ['rows', /src\/(table\/(cell|take-rows|with-statuses)|query\/beside)\.ts$/],
  // What most pages read: in the first file, since a second one costs more than it saves the others.
  ['core', /src\/sources\/csv(-dialect)?\.ts$/],
  ['replies', /src\/sources\/(json-text|descriptor-text|column-kind|refusal|records)\.ts$/],
  // What any source but a plain file needs: one request, while the source's own file is on its way.
  [
    'portals',
    /src\/(engine\/(read-other|read-portal|read-reply|ask-about|offers)|sources\/(protocols|recognise)|query\/partials)\.ts$/,
  ],
  ['conditions', /src\/sources\/(weaker-condition|push-down|narrow)\.ts$/],
  ['csv-odd', /src\/sources\/csv-(record|remarks|header)\.ts$/],
  ['notation', /src\/table\/(typing|to-numbers|to-periods|(number|period|unit)-notation|period-style)\.ts$/],
];

/** The modules that a module brings with it when it is loaded. */
const broughtBy = (id, { getModuleInfo }, found = new Set()) => {
  if (found.has(id)) return found;
  found.add(id);
  for (const each of getModuleInfo(id)?.importedIds ?? []) broughtBy(each, { getModuleInfo }, found);
  return found;
};

/**
 * One chunk for what the card shares with other widgets, one for what these share among themselves, one for what only
 * charts share, one for what only those share that compare within one period: few files, and what a page does not
 * use it does not download. Large libraries stand alone.
 */
const chunkOf = () => {
  let brought;
  return (id, api) => {
    if (/node_modules\/(chart\.js|@kurkle)\/|\/trend\/chart(-marks)?\.ts$|given-colours$/.test(id))
      return 'chart';
    if (/node_modules\/zod\//.test(id)) return 'zod';
    for (const [chunk, files] of GROUPS) if (files.test(id)) return chunk;
    if (/node_modules\/papaparse\//.test(id) || id.includes('commonjsHelpers')) return 'papaparse';
    const figures = WIDGETS.filter((name) => !AROUND.includes(name));
    brought ??= [...api.getModuleIds()]
      .filter((each) => figures.some((name) => each.endsWith(`/src/widgets/${name}/${name}.ts`)))
      .map((each) => [/(\w+)\.ts$/.exec(each)[1], broughtBy(each, api)]);
    const users = brought.filter(([, ids]) => ids.has(id)).map(([name]) => name);
    if (users.length < 2) return undefined;
    if (users.includes('card')) return 'core';
    if (users.every((name) => OF_OBSERVATORY.includes(name))) return 'observatory';
    // What only charts share: a page with a table alone has no use for it, nor one with a trend for comparisons.
    if (!users.every((name) => CHARTS.includes(name))) return 'views';
    return users.includes('trend') ? 'charts' : 'comparisons';
  };
};

/** zod's own comments and cycle, nothing that a page would notice. */
const onwarn = (warning, warn) => {
  const fromZod = [warning.id, warning.loc?.file, ...(warning.ids ?? [])].some((id) => id?.includes('/zod/'));
  if (!fromZod) warn(warning);
};

export default [
  {
    input: ['src/index.ts', 'src/auto.ts', 'src/cli/observatorio.ts', ...Object.values(files)],
    external: [
      /^node:/,
      /^lit($|\/)/,
      /^@lit\//,
      /^chart\.js/,
      /^d3-geo/,
      /^topojson-client/,
      /^papaparse/,
      /^read-excel-file/,
      /^zod($|\/)/,
      /^tslib/,
      '@duckdb/node-api',
    ],
    output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
    plugins: [emptied(), ts({ outDir: 'dist', declaration: true, isForNode: true })],
    onwarn,
  },
  {
    input: { auto: 'src/auto.ts', ...files },
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'cdn',
      format: 'es',
      // Beside the files for who looks for them; readers do not pay for the mention.
      sourcemap: 'hidden',
      compact: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      // A page may load the entry as a classic script, or twice: its names must not be the page's.
      intro: ({ name }) => (name === 'auto' ? '(() => {' : ''),
      outro: ({ name }) => (name === 'auto' ? '})();' : ''),
      minifyInternalExports: true,
      generatedCode: { preset: 'es2015', symbols: false },
      hoistTransitiveImports: true,
      onlyExplicitManualChunks: true,
      manualChunks: chunkOf(),
    },
    plugins: [
      emptied(),
      ts({ outDir: 'cdn', declaration: false }),
      literals(),
      policyName(),
      givenColours(),
      withoutChartParts(),
      withoutUnused(),
      reservedRoom(),
      resolve({ browser: true, exportConditions: ['production', 'browser'] }),
      commonjs(),
      withoutEmptyClasses(),
      terser({
        ecma: 2022,
        module: true,
        // A function with arguments, written out where it is called, weighs more after gzip than the call.
        compress: { passes: 3, keep_fargs: false, pure_getters: true, inline: 1 },
        format: { comments: /^!/ },
      }),
      oneDeclaration(),
    ],
    onwarn,
  },
  {
    // The developer's example, from the package as it is published.
    input: 'examples/developer/main.ts',
    output: { file: 'examples/developer/built/main.js', format: 'es', inlineDynamicImports: true },
    plugins: [
      {
        name: 'own-package',
        resolveId: (id) => {
          const part = /^observatorio-widgets(?:\/(\w+))?$/.exec(id);
          if (!part) return null;
          return `${process.cwd()}/dist/${part[1] ? `widgets/${part[1]}/${part[1]}` : 'index'}.js`;
        },
      },
      typescript({
        tsconfig: './examples/developer/tsconfig.json',
        filterRoot: process.cwd(),
        compilerOptions: {
          noEmit: false,
          outDir: 'examples/developer/built',
          inlineSources: false,
          sourceMap: false,
        },
      }),
      resolve({ browser: true, exportConditions: ['production', 'browser'] }),
      commonjs(),
    ],
    onwarn,
  },
];
