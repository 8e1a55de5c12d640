import { texts } from './make-table.js';
import type { TextColumn } from '../../src/table/column.js';

/** Every widget, as tests loop over them. */
export const WIDGET_NAMES = ['card', 'trend', 'bars', 'table', 'map', 'download'] as const;
export const WIDGET_TAGS = WIDGET_NAMES.map((name) => `obs-${name}` as const);

/** What these widgets cannot do without, whatever their data; their data have a column `lugar`. */
const NEEDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bars: { by: 'lugar' },
  map: { by: 'lugar', grid: 'pe', 'measure-kind': 'rate' },
};

const nameOf = (widget: string): string => widget.replace(/^obs-/, '');

/** Whether the widget, by its tag or its name, shows places and not a course through time alone. */
export const needsPlaces = (widget: string): boolean => nameOf(widget) in NEEDS;

/**
 * The attributes that this widget needs beside those that all have. `measure`: the column of its figures, where the
 * test leaves it to the widget to find them; a map has to be told.
 */
export function attributesFor(widget: string, measure = ''): Readonly<Record<string, string>> {
  const isTold = nameOf(widget) === 'map' && measure !== '';
  return { ...NEEDS[nameOf(widget)], ...(isTold && { value: measure, time: 'anio' }) };
}

/** The same, as it is written in a tag. */
export function needsOf(widget: string, measure = ''): string {
  return Object.entries(attributesFor(widget, measure))
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

/** A file through time, for this widget: with the department that each row is of, where it needs one. */
export function csvFor(widget: string, csv: string): string {
  if (!needsPlaces(widget)) return csv;
  const [head = '', ...rows] = csv.trimEnd().split('\n');
  return [`${head},lugar`, ...rows.map((row) => `${row},LIMA`), ''].join('\n');
}

/** Where each of that many rows is from, as the answer to this widget's question has it. */
export function placesFor(widget: string, words: readonly string[]): TextColumn[] {
  return needsPlaces(widget) ? [texts('lugar', words, { role: 'dimension' })] : [];
}

const DEPARTMENTS =
  'AMAZONAS ANCASH APURIMAC AREQUIPA AYACUCHO CAJAMARCA CALLAO CUSCO HUANCAVELICA HUANUCO ICA JUNIN LA_LIBERTAD LAMBAYEQUE LIMA LORETO MADRE_DE_DIOS MOQUEGUA PASCO PIURA PUNO SAN_MARTIN TACNA TUMBES UCAYALI';

/** A made-up rate of each department in two years; those of the last year are provisional. */
export function departmentRates(): string {
  const rows = DEPARTMENTS.split(' ').flatMap((name, at) =>
    [2024, 2025].map((year) => {
      const rate = ((at * 37 + year) % 240) / 10;
      return `${name.replaceAll('_', ' ')},${year},${rate.toFixed(1)},${year === 2025 ? 'p' : ''}`;
    }),
  );
  return ['lugar,anio,tasa,estado', ...rows, ''].join('\n');
}
