import { bars as spanish } from '../../../src/text/es/bars.js';
import type { Table } from '../../../src/table/table.js';
import { makeBars, type BarsModel, type BarsOptions } from '../../../src/widgets/bars/bars-model.js';
import type { DrawnRow, Extent } from '../../../src/widgets/bars/drawn.js';
import { allWords } from '../../support/all-words.js';
import { answerOf, saying } from '../../support/answer.js';
import { numbers, tableOf, texts, type NumberCell } from '../../support/make-table.js';

/** What a widget asks for whose page says nothing. */
export const USUAL: BarsOptions = {
  value: '',
  per: '',
  period: '',
  order: 'value',
  top: undefined,
  limit: 30,
  highlight: '',
  reference: '',
  stack: '',
  asPercent: false,
  pyramid: '',
  multiples: '',
  decimals: undefined,
  level: '',
};

/** One value for each name. */
export const ranked = (cells: Readonly<Record<string, NumberCell>>, decimals = 0): Table =>
  tableOf(
    texts('lugar', Object.keys(cells), { role: 'dimension' }),
    numbers('casos', Object.values(cells), { role: 'measure', decimals }),
  );

const WORDS = allWords();

export function barsOf(
  table: Table,
  options: Partial<BarsOptions> = {},
  said: Parameters<typeof saying>[0] = {},
): BarsModel {
  return makeBars(answerOf(table), saying(said), { ...USUAL, ...options }, WORDS, spanish);
}

const share = ({ from, to }: Extent): string => `${Math.round(from * 100)}–${Math.round(to * 100)}`;

function rowText({ kind, place, name, bars, whisker, value, cases }: DrawnRow): string {
  const drawn = bars.map(
    (bar) =>
      `[${share(bar)} ${bar.texture}${bar.isBreak ? ' cut' : ''}${bar.part === undefined ? '' : ` part ${bar.part + 1}`}${bar.label && ` «${bar.label}»`}]`,
  );
  return [
    kind === 'entry' ? '' : `(${kind})`,
    place,
    name,
    ...drawn,
    whisker ? `{${share(whisker)}}` : '',
    value,
    cases && `(${cases})`,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** What is drawn, a line for each row: its place, its bar in hundredths of the scale, what is written. */
export function drawnText({ panels, pyramids }: BarsModel): string[] {
  return [
    ...panels.flatMap(({ name, rows, reference }) => [
      ...(name === '' ? [] : [`# ${name}`]),
      ...(reference ? [`| ${Math.round(reference.at * 100)} ${reference.label}`] : []),
      ...rows.map(rowText),
    ]),
    ...pyramids.flatMap(({ rows }) =>
      rows.map(({ name, sides }) => {
        const [left, right] = sides.map(({ bar, value }) => `${bar ? share(bar) : 'none'} ${value}`);
        return `${left ?? ''} | ${name} | ${right ?? ''}`;
      }),
    ),
  ];
}
