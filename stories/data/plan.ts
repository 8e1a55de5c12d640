import type { Answer, Engine } from '../../src/engine/engine.js';
import type { TargetsAnswer } from '../../src/engine/targets-engine.js';
import type { TargetValues } from '../../src/observatory/target-values.js';
import { DataError } from '../../src/errors.js';
import type { Indicator } from '../../src/observatory/schema-indicator.js';
import type { Target } from '../../src/observatory/schema-plan.js';
import type { Observation } from '../../src/query/observations.js';
import { readIsoPeriod } from '../../src/table/period-iso.js';
import { fromRows } from '../../src/table/rows.js';
import { STATUS } from '../../src/table/status.js';

/** When all stories' data were read, so that a story always looks the same. */
const FETCHED_AT = Date.UTC(2026, 0, 26, 15, 30);

const indicator = (name: string, title: string, direction: Indicator['direction']): Indicator => ({
  name,
  title,
  definition: title,
  unit: 'por 100 mil habitantes',
  direction,
  resource: 'datos',
  numerator: 'tasa',
});

const plan = (from: Target['baseline'], ...path: Target['path']): Target => ({
  indicator: 'tasa',
  baseline: from,
  path,
  plan: 'Plan inventado para esta historia',
  planHref: 'https://plan.example/',
  responsible: 'Oficina inventada',
});

const values = (
  given: Readonly<Record<string, number>>,
  status: Readonly<Record<string, number>> = {},
): Observation[] =>
  Object.entries(given).flatMap(([text, value]) => {
    const period = readIsoPeriod(text);
    return period ? [{ period, value, status: status[text] ?? 0 }] : [];
  });

const about = { place: 'Región sintética', source: 'Datos sintéticos', decimals: 1 };
const down = plan({ period: '2020', value: 12 }, { period: '2024', value: 10 }, { period: '2030', value: 4 });

/** One target of each kind of progress, made up. */
const TARGETS: readonly TargetValues[] = [
  {
    ...about,
    target: down,
    indicator: indicator('robos', 'Robos', 'lower'),
    series: values(
      { 2020: 12, 2021: 11.6, 2022: 11.1, 2023: 10.2, 2024: 9.9, 2025: 8.9 },
      { 2025: STATUS.provisional },
    ),
  },
  {
    ...about,
    target: down,
    indicator: indicator('hurtos', 'Hurtos', 'lower'),
    series: values({ 2020: 12, 2021: 11.9, 2022: NaN, 2023: 11.2, 2024: 10.6, 2025: 9.8 }),
  },
  {
    ...about,
    target: plan({ period: '2020', value: 40 }, { period: '2030', value: 60 }),
    indicator: indicator('denuncia', 'Víctimas que denuncian', 'higher'),
    series: values({ 2020: 40, 2022: 37, 2024: 36.5 }),
  },
  {
    ...about,
    target: plan({ period: '2020', value: 6 }, { period: '2030', value: 3 }),
    indicator: indicator('secuestros', 'Secuestros', 'lower'),
    series: values({ 2020: 6, 2021: 5, 2022: 3.8, 2023: 2.9 }),
  },
  {
    ...about,
    target: down,
    indicator: indicator('extorsiones', 'Extorsiones', 'lower'),
    series: values({ 2020: 12, 2021: 13, 2022: 9, 2023: 9.4, 2024: 9.1 }, { 2022: STATUS.break }),
  },
  {
    ...about,
    target: down,
    indicator: indicator('estafas', 'Estafas', 'lower'),
    series: [],
    error: new DataError('timeout', { host: 'datos.example' }),
  },
];

async function answer(targets: readonly TargetValues[]): Promise<TargetsAnswer> {
  const rows = targets.map((each) => [each.indicator.name, each.place]);
  return {
    targets,
    table: await fromRows(['indicator', 'place'], rows),
    provenance: {
      url: 'https://datos.example/observatory.json',
      host: 'datos.example',
      metadata: { publisher: 'Observatorio sintético' },
      fetchedAt: FETCHED_AT,
    },
  };
}

/** Answers with that many of the made-up targets. */
export const planned = (count = TARGETS.length): Engine => ({
  ask: (): Promise<Answer> => answer(TARGETS.slice(0, count)),
});

/** Answers what is asked for the first time, and fails when it is asked anew. */
export const once = (engine: Engine, error: DataError): Engine => ({
  ask: (question, options) => (options.fresh ? Promise.reject(error) : engine.ask(question, options)),
});

/** Answers the same with a note of the source, which stands before the figures. */
export const noted = (engine: Engine, note: string): Engine => ({
  ask: async (question, options) => {
    const answer = await engine.ask(question, options);
    const { provenance } = answer;
    return { ...answer, provenance: { ...provenance, metadata: { ...provenance.metadata, notes: [note] } } };
  },
});
