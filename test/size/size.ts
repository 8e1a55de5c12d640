import { exit } from 'node:process';
import { serveContestants, type Taken } from '../bench/server.js';
import { launchBrowser } from '../support/browser.js';
import { writeCounts } from '../support/results.js';

/**
 * `npm run size`: what a page downloads of ours, measured in a browser that opens it: minified, gzip -9, Lit and
 * all that is loaded on the way included. Fails where a page weighs more than its budget.
 */
interface Weighed {
  readonly title: string;
  readonly body: string;
  /** Bytes; without it the page is only shown. */
  readonly budget?: number;
}

const SERIES =
  'src="/data.csv" value="valor" time="mes" unit="denuncias" heading="Denuncias" source-name="Prueba"';
const REPORTS =
  'src="/data/denuncias-sinteticas.csv" value="sum(cantidad)" time="ANIO, MES" where="DPTO_HECHO_NEW = \'LA LIBERTAD\'" heading="Denuncias" source-name="Prueba"';
const RATE =
  'src="/data/homicidios.csv" value="tasa" time="anio" status="estado" heading="Tasa" source-name="INEI"';
const RANKING =
  'src="/data/denuncias-sinteticas.csv" value="sum(cantidad)" time="ANIO" by="DIST_HECHO" heading="Denuncias" source-name="Prueba"';
const RATES =
  'src="/places.csv" value="tasa" by="lugar" unit="por 100 mil habitantes" heading="Tasa" source-name="Prueba"';
const DIVIDED =
  'src="/data/provincias.csv" value="sum(distritos)" by="departamento" per="100000 of sum(poblacion_2025)" heading="Distritos" source-name="INEI"';
const AUTO = '<script type="module" src="/cdn/auto.js"></script>';

const PAGES: readonly Weighed[] = [
  { title: 'one obs-card', body: `<obs-card ${SERIES}></obs-card>${AUTO}`, budget: 24_000 },
  { title: 'one obs-table', body: `<obs-table ${SERIES}></obs-table>${AUTO}`, budget: 28_000 },
  { title: 'one obs-trend', body: `<obs-trend ${SERIES}></obs-trend>${AUTO}`, budget: 84_000 },
  { title: 'one obs-bars', body: `<obs-bars ${RANKING}></obs-bars>${AUTO}`, budget: 56_000 },
  {
    title: 'one obs-trend, filter, sums and months',
    body: `<obs-trend ${REPORTS}></obs-trend>${AUTO}`,
    budget: 84_000,
  },
  { title: 'one obs-card, quoted cells and statuses', body: `<obs-card ${RATE}></obs-card>${AUTO}` },
  { title: 'one obs-card, filter, sums and months', body: `<obs-card ${REPORTS}></obs-card>${AUTO}` },
  { title: 'one obs-map', body: `<obs-map ${RATES} grid="pe"></obs-map>${AUTO}`, budget: 48_000 },
  { title: 'one obs-map, sums and a rate', body: `<obs-map ${DIVIDED} grid="pe"></obs-map>${AUTO}` },
  {
    title: 'one obs-map, shapes',
    body: `<obs-map ${DIVIDED} geometry="/test/bench/squares.geojson"></obs-map>${AUTO}`,
  },
  {
    title: 'one obs-method',
    body: `<obs-method indicator="tasa-homicidios" observatory="/data/observatory.json"></obs-method>${AUTO}`,
  },
  {
    title: 'one obs-targets',
    body: `<obs-targets indicator="victimizacion" observatory="/data/observatory.json"></obs-targets>${AUTO}`,
  },
  {
    title: 'one obs-filter and one obs-card',
    body: `<obs-filter name="mes" kind="period" src="/data.csv" time="mes"></obs-filter><obs-card ${SERIES} filter-by="mes"></obs-card>${AUTO}`,
    budget: 48_000,
  },
  {
    title: 'one obs-profile',
    body: `<obs-profile place="13" observatory="/data/observatory.json"></obs-profile>${AUTO}`,
    budget: 66_000,
  },
  { title: 'one obs-download', body: `<obs-download ${SERIES}></obs-download>${AUTO}` },
];

/** Read in the peers' own builds: dsfr-data core with its line chart, the lightest that also fetches. */
const LIGHTEST_PEER = 196_000;

const total = (files: readonly Taken[]): number => files.reduce((sum, { gzip }) => sum + gzip, 0);
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(6)} kB`;

const server = await serveContestants(Object.fromEntries(PAGES.map(({ title, body }) => [title, body])));
const browser = await launchBrowser();

async function weigh(name: string): Promise<Taken[]> {
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 800 });
  await page.goto(`${server.url}/page/${encodeURIComponent(name)}`, { waitUntil: 'networkidle0' });
  await page.close();
  return server.taken();
}

const counts = { passed: 0, failed: 0, skipped: [] as string[] };
for (const { title, budget } of PAGES) {
  const files = await weigh(title);
  const bytes = total(files);
  const isOver = files.length < 2 || (budget !== undefined && bytes > budget);
  if (isOver) counts.failed++;
  else if (budget !== undefined) counts.passed++;
  const verdict = budget === undefined ? '' : isOver ? `over ${kB(budget)}` : `of ${kB(budget)}`;
  console.log(`${kB(bytes)}  ${title.padEnd(42)} ${verdict.padEnd(14)} ${files.length} files`);
  if (process.argv.includes('--files'))
    for (const file of files) console.log(`           ${file.gzip} ${file.path}`);
}
console.log(`${kB(total(await weigh('trend by hand')))}  the same trend by hand, Chart.js and PapaParse`);
console.log(`${kB(total(await weigh('figure by hand')))}  the number alone by hand, PapaParse`);
console.log(`${kB(LIGHTEST_PEER)}  a line chart of the lightest peer that fetches its data`);

await browser.close();
server.close();
writeCounts('size', counts);
exit(counts.failed > 0 ? 1 : 0);
