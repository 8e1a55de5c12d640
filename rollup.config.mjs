import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { minifyHTMLLiterals } from 'minify-literals';
import { existsSync } from 'node:fs';

/** Minifies the html, svg and css templates of our own sources. */
const literals = () => ({
  name: 'minify-literals',
  async transform(code, id) {
    if (id.includes('node_modules') || !/(html|css|svg)\s*`/.test(code)) return null;
    return (await minifyHTMLLiterals(code, { fileName: id })) ?? null;
  },
});

/**
 * Lit makes a Trusted Types policy when it loads; two copies of Lit in one page that allows only `lit-html` would
 * both want that name. The copy in the CDN folder takes its own.
 */
const policyName = (name) => ({
  name: 'policy-name',
  transform(code, id) {
    if (!/lit-html[/\\]lit-html\.js$/.test(id)) return null;
    const renamed = code.replace(/createPolicy\((['"])lit-html\1/, `createPolicy("${name}"`);
    if (renamed === code) throw new Error('Lit no longer creates its policy here: look for it again');
    return { code: renamed, map: null };
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

/** Libraries in chunks of their own, so that what a page does not use it does not download. */
const library = (id) => {
  if (/node_modules\/(chart\.js|@kurkle)\//.test(id)) return 'chartjs';
  if (/node_modules\/zod\//.test(id)) return 'zod';
  if (/node_modules\/papaparse\//.test(id) || id.includes('commonjsHelpers')) return 'papaparse';
  return undefined;
};

/** zod's own comments and cycle, nothing that a page would notice. */
const onwarn = (warning, warn) => {
  const fromZod = [warning.id, warning.loc?.file, ...(warning.ids ?? [])].some((id) => id?.includes('/zod/'));
  if (!fromZod) warn(warning);
};

export default [
  {
    input: { index: 'src/index.ts', auto: 'src/auto.ts', ...files },
    external: [/^lit($|\/)/, /^@lit\//, /^chart\.js/, /^papaparse/, /^zod($|\/)/, /^tslib/],
    output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
    plugins: [ts({ outDir: 'dist', declaration: true })],
    onwarn,
  },
  {
    input: { auto: 'src/auto.ts', ...files },
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'cdn',
      format: 'es',
      sourcemap: true,
      compact: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      minifyInternalExports: true,
      generatedCode: 'es2015',
      hoistTransitiveImports: true,
      onlyExplicitManualChunks: true,
      manualChunks: library,
    },
    plugins: [
      ts({ outDir: 'cdn', declaration: false }),
      literals(),
      policyName('observatorio-widgets'),
      resolve({ browser: true, exportConditions: ['production', 'browser'] }),
      commonjs(),
      terser({ ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: /^!/ } }),
    ],
    onwarn,
  },
];
