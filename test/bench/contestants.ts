import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';

/** A page that shows 120 months of one CSV: the widget, or the same by hand. */
export interface Contestant {
  readonly name: 'trend' | 'trend by hand' | 'card' | 'card by hand' | 'figure by hand';
  readonly body: string;
}

const HEAD = 'style="display:block;width:760px;height:500px"';

export const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'trend',
    body: `<obs-trend ${HEAD} src="/data.csv" value="valor" time="mes" unit="denuncias" heading="Denuncias" source-name="Prueba"></obs-trend><script type="module" src="/cdn/auto.js"></script>`,
  },
  {
    name: 'trend by hand',
    body: `<h2>Denuncias</h2><div ${HEAD}><canvas></canvas></div><p>Fuente: Prueba</p><script type="module" src="/hand/vanilla-trend.js"></script>`,
  },
  {
    name: 'card',
    body: '<obs-card src="/data.csv" value="valor" time="mes" unit="denuncias" heading="Denuncias" source-name="Prueba"></obs-card><script type="module" src="/cdn/auto.js"></script>',
  },
  {
    name: 'card by hand',
    body: '<h2>Denuncias</h2><p class="value"></p><div style="width:200px;height:40px"><canvas></canvas></div><p>Fuente: Prueba</p><script type="module" src="/hand/vanilla-card.js"></script>',
  },
  {
    // Less than a card shows: the number alone, without a chart library.
    name: 'figure by hand',
    body: '<h2>Denuncias</h2><p class="value"></p><p>Fuente: Prueba</p><script type="module" src="/hand/vanilla-figure.js"></script>',
  },
];

/** 120 months, the same every time. */
export function monthsCsv(): string {
  const rows = Array.from({ length: 120 }, (_, index) => {
    const month = `${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return `${month},${900 + Math.round(200 * Math.sin(index / 6)) + ((index * 37) % 50)}`;
  });
  return `mes,valor\n${rows.join('\n')}\n`;
}

/** A page written by hand, bundled as the widgets are. */
export async function bundleByHand(name: string): Promise<string> {
  const input = fileURLToPath(new URL(`./pages/${name}.mjs`, import.meta.url));
  const bundle = await rollup({
    input,
    plugins: [
      resolve({ browser: true, exportConditions: ['production', 'browser'] }),
      commonjs(),
      terser({ ecma: 2020, module: true, compress: { passes: 2 } }),
    ],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}
