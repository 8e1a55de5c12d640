import { toSeries } from '../../../src/query/series.js';
import { STATUS, type StatusName } from '../../../src/table/status.js';
import type { Table } from '../../../src/table/table.js';
import { toCsv, writtenColumns } from '../../../src/table/to-csv.js';
import { toJson } from '../../../src/table/to-json.js';
import { measures } from '../../../src/text/es/measures.js';
import { trend as trendMessages } from '../../../src/text/es/trend.js';
import { statusSymbols } from '../../../src/text/status-symbols.js';
import { summarise } from '../../../src/text/summary/summarise.js';
import { map as mapMessages } from '../../../src/text/es/map.js';
import { peruGrid } from '../../../src/sources/peru-departments.js';
import { makeMap } from '../../../src/widgets/map/map-model.js';
import { stepModel } from '../../../src/widgets/map/step-model.js';
import { makeTableModel } from '../../../src/widgets/table/table-model.js';
import { makeTrend } from '../../../src/widgets/trend/trend-model.js';
import { allWords } from '../../support/all-words.js';
import { answerOf, saying } from '../../support/answer.js';
import { barsOf, drawnText } from '../bars/drawn-text.js';
import { cardOf } from '../../support/make-card.js';
import { seriesTable, tableOf, texts } from '../../support/make-table.js';

/** Something that shows a value: what a reader sees or hears of the last one of a series. */
type Render = (table: Table) => string | Promise<string>;

const words = allWords();
const said = saying({ heading: 'Denuncias' });
const parted = (...parts: string[]): string => parts.filter((part) => part !== '').join(' | ');
const statusName = (measure: string): string => `${measure}_estado`;

function drawnPoint(table: Table): string {
  const model = makeTrend(
    answerOf(table),
    said,
    { shape: 'line', decimals: undefined, interval: '' },
    words,
    trendMessages,
  );
  const point = model.series[0]?.points.at(-1);
  if (!point) return '';
  const mark = Number.isNaN(point.value) ? 'gap' : point.isOpen ? 'hollow, dashed' : 'filled';
  return parted(
    mark,
    point.isBreak ? 'no line to it, a line across' : '',
    point.text,
    model.frame.legend.join('; '),
  );
}

function cellShown(table: Table): string {
  const model = makeTableModel(answerOf(table), said, undefined, words, measures);
  const { text, marks, meaning } = model.cell(table.length - 1, 1);
  return parted(`${text} ${marks}`.trim(), meaning);
}

async function csvLine(table: Table): Promise<string> {
  const columns = writtenColumns(table, statusName, statusSymbols);
  const csv = await toCsv(columns, table.length, {
    forExcel: false,
    breathe: () => Promise.resolve(),
  });
  return csv.trim().split('\r\n').at(-1) ?? '';
}

const jsonRecord = (table: Table): string =>
  toJson(table, statusName, statusSymbols).trim().split('\n').at(-2) ?? '';

/** The last value beside those of other places. */
export function placesOf(table: Table): Table {
  const [, values] = table.columns;
  if (values?.kind !== 'number') throw new Error('the table has no values');
  return tableOf(texts('lugar', ['ICA', 'PIURA', 'TUMBES'], { role: 'dimension' }), values);
}

function barShown(table: Table): string {
  const model = barsOf(placesOf(table));
  const line = drawnText(model).find((each) => each.includes('TUMBES')) ?? '';
  return parted(line, model.notes.join(' '), model.frame.legend.join('; '));
}

function placeShown(table: Table): string {
  const texts = { words, map: mapMessages, measures };
  const asked = { by: 'lugar', value: 'denuncias', per: '', unit: '', measureKind: 'rate' } as const;
  const drawing = {
    as: 'colour',
    classes: [10, 25],
    classCount: 5,
    decimalsShown: undefined,
    interval: '',
  } as const;
  const model = makeMap(answerOf(placesOf(table)), peruGrid(), { ...asked, ...drawing }, texts);
  const step = stepModel(model, model.lastStep, said, texts);
  const place = model.places.findIndex(({ name }) => name === 'Tumbes');
  const state = step.states[place];
  const mark = state?.absence ?? (state?.isOpen && step.marksOpen ? 'a dot' : '');
  return parted(mark, state?.text ?? '', step.readout(place));
}

/** All that can show a state, by its name in the matrix. */
export const RENDERERS = {
  card: (table) => {
    const { value, statuses, change } = cardOf(table, { heading: 'Denuncias' }, { period: '2024' });
    return parted(value, statuses.join('; '), change);
  },
  trend: drawnPoint,
  bars: barShown,
  map: placeShown,
  table: cellShown,
  csv: csvLine,
  json: jsonRecord,
  spoken: (table) =>
    summarise({ what: 'Denuncias', unit: '', series: toSeries(table), decimals: 0 }, words, trendMessages),
} as const satisfies Readonly<Record<string, Render>>;

export const STATES = Object.keys(STATUS) as StatusName[];

/** Three years of which the last has the state; its value is 30, unless the state says that there is none. */
export function tableWith(state: StatusName): Table {
  const isAbsent = state === 'missing' || state === 'suppressed' || state === 'notApplicable';
  return seriesTable({ 2022: 24, 2023: 27, 2024: isAbsent ? state : [30, state] }, { name: 'denuncias' });
}
