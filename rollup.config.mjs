import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { minifyHTMLLiterals } from 'minify-literals';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Chunks have a hash of their content in their names: those of an earlier build would stay beside the new ones. */
const emptied = () => ({
  name: 'emptied',
  generateBundle({ dir }) {
    if (!existsSync(dir)) return;
    const written = readdirSync(dir, { recursive: true }).filter((name) => /\.(js|map|d\.ts)$/.test(name));
    for (const name of written) rmSync(join(dir, name));
  },
});

/** Minifies the html, svg and css templates of our own sources. */
const literals = () => ({
  name: 'minify-literals',
  async transform(code, id) {
    if (id.includes('node_modules') || !/(html|css|svg)\s*`/.test(code)) return null;
    return (await minifyHTMLLiterals(code, { fileName: id })) ?? null;
  },
});

/**
 * Lit makes a Trusted Types policy when it loads; in a page that allows each name once, a second copy of Lit would
 * throw and take its whole bundle with it. The copy in the CDN folder takes Lit's own name where it is free and
 * allowed, else one of its own. Where it may make neither it fails as it loads, not as it renders: no element is
 * registered then, and the fallback stays.
 */
const policyName = () => ({
  name: 'policy-name',
  transform(code, id) {
    if (!/lit-html[/\\]lit-html\.js$/.test(id)) return null;
    const found = /(\w+)\.createPolicy\("lit-html",(\{[^}]*\})\)/.exec(code);
    if (!found) throw new Error('Lit no longer creates its policy as it did: look for it again');
    const [whole, types, rules] = found;
    const make = `name=>${types}.createPolicy(name,${rules})`;
    const guarded = `((make,one,other)=>{if(globalThis.litHtmlVersions)[one,other]=[other,one];try{return make(one)}catch{return make(other)}})(${make},'lit-html','observatorio-widgets')`;
    return { code: code.replace(whole, guarded), map: null };
  },
});

/** What a library does for browsers that have no modules that we could load, or for who writes it wrongly. */
const UNUSED = [
  // Style sheets that a shadow root adopts: every browser that we name has them.
  [/css-tag\.js$/, /\w+\.ShadowRoot&&.{1,140}"replace"in CSSStyleSheet\.prototype/, '!0'],
  [/css-tag\.js$/, /"Value passed to 'css' function[^"]*: "\+(\w)\+"[^"]*"/, '$1'],
  [/css-tag\.js$/, /"CSSResult is not constructable[^"]*"/, ''],
  // Versions that only Lit's own development build looks at (lit-html's is asked for above), and what hooks into it
  // for browsers without shadow roots and for pages that a server has rendered.
  [
    /reactive-element\.js$/,
    /,\w\?\.\(\{ReactiveElement:\w\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/,
    '',
  ],
  [/reactive-element\.js$/, /,\w=\w+\.reactiveElementPolyfillSupport/, ''],
  [
    /lit-element\.js$/,
    /,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w\}\);const \w=\w+\.litElementPolyfillSupport;\w\?\.\(\{LitElement:\w\}\);/,
    ';',
  ],
  [/lit-element\.js$/, /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\);/, ''],
  [/lit-html\.js$/, /,\w=\w\.litHtmlPolyfillSupport;\w\?\.\(\w,\w\),/, ';'],
];

const withoutUnused = () => ({
  name: 'without-unused',
  transform(code, id) {
    const ours = UNUSED.filter(
      ([file]) => file.test(id.replaceAll('\\', '/')) && id.includes('node_modules'),
    );
    for (const [, part] of ours)
      if (!part.test(code)) throw new Error(`${id} has no ${part} any more: look again`);
    return ours.length === 0
      ? null
      : { code: ours.reduce((all, [, part, by]) => all.replace(part, by), code), map: null };
  },
});

/**
 * Chart.js parses colours only to make lighter ones for what the pointer is on and to mix them in animations. A trend
 * has neither: every colour it draws is given, so its readers need not pay for the parser.
 */
const givenColours = () => ({
  name: 'given-colours',
  resolveId: (id) => (id === '@kurkle/color' ? '\0given-colours' : null),
  load: (id) =>
    id === '\0given-colours'
      ? 'export class Color{constructor(c){this.c=c}saturate(){return this}darken(){return this}hexString(){return this.c}}'
      : null,
});

/** One word for what two would say: no file reads what it declares before it is there, and compressed it is shorter. */
const oneDeclaration = () => ({
  name: 'one-declaration',
  renderChunk(code) {
    const starts = [];
    const walk = (node) => {
      if (node?.type === 'VariableDeclaration' && node.kind === 'const') starts.push(node.start);
      for (const part of Object.values(node ?? {}))
        for (const each of Array.isArray(part) ? part : [part])
          if (typeof each?.type === 'string') walk(each);
    };
    walk(this.parse(code));
    starts.sort((a, b) => a - b);
    // Five letters give way to three, so that the map of the source stays right but for two places of a word.
    const parts = starts.map((at, index) => `let${code.slice(at + 5, starts[index + 1])}`);
    return { code: code.slice(0, starts[0]) + parts.join(''), map: null };
  },
});

/** The style sheet that keeps the widgets' room free, without its comments and spaces. */
const reservedRoom = () => ({
  name: 'reserved-room',
  generateBundle() {
    const source = readFileSync('src/embed/obs.css', 'utf8')
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s*([{}:;,>])\s*/g, '$1')
      .replace(/;}/g, '}')
      .trim();
    this.emitFile({ type: 'asset', fileName: 'obs.css', source });
  },
});

const ts = ({ outDir, declaration }) =>
  typescript({
    tsconfig: './tsconfig.json',
    filterRoot: process.cwd(),
    include: ['src/**/*.ts'],
    noEmitOnError: true,
    compilerOptions: {
      noEmit: false,
      rootDir: 'src',
      outDir,
      declaration,
      ...(declaration ? { declarationDir: outDir } : {}),
      types: [],
    },
  });

const WIDGETS = ['card', 'trend', 'table', 'download'].filter((name) =>
  existsSync(`src/widgets/${name}/${name}.ts`),
);
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
    /src\/query\/(parse-where|tokens|filter|present-words|summarise|group|rate|computed-decimals)\.ts$/,
  ],
  ['views', /src\/widgets\/trend\/(axis|markers)\.ts$/],
  ['rows', /src\/table\/(cell|take-rows|with-statuses)\.ts$/],
  // What most pages read: in the first file, since a second one costs more than it saves the others.
  ['core', /src\/sources\/csv(-dialect)?\.ts$/],
  ['replies', /src\/sources\/(json-text|descriptor-text|column-kind)\.ts$/],
  // What any source but a plain file needs: one request, while the source's own file is on its way.
  [
    'portals',
    /src\/(engine\/(read-other|read-portal|read-reply|ask-about)|sources\/(protocols|recognise)|query\/partials)\.ts$/,
  ],
  ['conditions', /src\/sources\/(weaker-condition|push-down)\.ts$/],
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
 * One chunk for what the card shares with other widgets, one for what these share among themselves: few files, and
 * what a page does not use it does not download. Large libraries stand alone.
 */
const chunkOf = () => {
  let brought;
  return (id, api) => {
    if (/node_modules\/(chart\.js|@kurkle)\/|\/trend\/chart(-marks)?\.ts$|given-colours$/.test(id))
      return 'chart';
    if (/node_modules\/zod\//.test(id)) return 'zod';
    for (const [chunk, files] of GROUPS) if (files.test(id)) return chunk;
    if (/node_modules\/papaparse\//.test(id) || id.includes('commonjsHelpers')) return 'papaparse';
    brought ??= [...api.getModuleIds()]
      .filter((each) => WIDGETS.some((name) => each.endsWith(`/src/widgets/${name}/${name}.ts`)))
      .sort((a) => (a.includes('/card/') ? -1 : 1))
      .map((each) => broughtBy(each, api));
    const [card, ...others] = brought.map((ids) => ids.has(id));
    const shared = others.filter(Boolean).length;
    if (card && shared > 0) return 'core';
    return shared > 1 ? 'views' : undefined;
  };
};

/** zod's own comments and cycle, nothing that a page would notice. */
const onwarn = (warning, warn) => {
  const fromZod = [warning.id, warning.loc?.file, ...(warning.ids ?? [])].some((id) => id?.includes('/zod/'));
  if (!fromZod) warn(warning);
};

export default [
  {
    input: ['src/index.ts', 'src/auto.ts', ...Object.values(files)],
    external: [
      /^lit($|\/)/,
      /^@lit\//,
      /^chart\.js/,
      /^papaparse/,
      /^read-excel-file/,
      /^zod($|\/)/,
      /^tslib/,
    ],
    output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
    plugins: [emptied(), ts({ outDir: 'dist', declaration: true })],
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
      withoutUnused(),
      reservedRoom(),
      resolve({ browser: true, exportConditions: ['production', 'browser'] }),
      commonjs(),
      terser({
        ecma: 2022,
        module: true,
        compress: { passes: 3, keep_fargs: false },
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
