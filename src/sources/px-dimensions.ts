import { DataError } from '../errors.js';
import type { Dimension } from './cube.js';
import { withUnits } from './json-stat-units.js';
import type { Keywords } from './px-keywords.js';
import { periodsOf } from './statistical-time.js';

/** `TLIST(Q1),"20241"`: how PX writes periods of each length. */
const SCALES: Readonly<Record<string, readonly [RegExp, string]>> = {
  A: [/^(\d{4})$/, '$1'],
  H: [/^(\d{4})(\d)$/, '$1-S$2'],
  Q: [/^(\d{4})(\d)$/, '$1-Q$2'],
  M: [/^(\d{4})(\d\d)$/, '$1-$2'],
};

/** The periods that `TIMEVAL` lists, as `2024-Q1`; none where it tells only the first and the last. */
function timesOf(keywords: Keywords, name: string): string[] {
  const [scale = '', ...times] = keywords.list('TIMEVAL', name);
  const [pattern, written] = SCALES[/^TLIST\((\w)/i.exec(scale)?.[1]?.toUpperCase() ?? ''] ?? [];
  return pattern && written !== undefined ? times.map((time) => time.replace(pattern, written)) : [];
}

/** The unit of each content, where the file has several. */
function unitsOf(keywords: Keywords, labels: readonly string[]): string[] {
  return labels.map((label) => keywords.list('UNITS', label, keywords.language)[0] ?? '');
}

function dimensionOf(keywords: Keywords, name: string, label: string, host: string): Dimension {
  const own = keywords.list('VALUES', name);
  const told = keywords.list('VALUES', label, keywords.language);
  const values = told.length === own.length ? told : own;
  const coded = keywords.list('CODES', name);
  const codes = coded.length === own.length ? coded : own;
  if (own.length === 0) throw new DataError('malformed', { host, value: `VALUES("${name.slice(0, 80)}")` });
  const isTime = keywords.list('TIMEVAL', name).length > 0;
  const times = isTime && !periodsOf(codes, values) ? timesOf(keywords, name) : [];
  const labels = times.length === codes.length && periodsOf(codes, times) ? times : values;
  return { id: name, label, codes, labels, isTime };
}

/** The dimensions of a PX file in the order of its data: the stub's, then the heading's, which is fastest. */
export function pxDimensions(keywords: Keywords, host: string): { stub: Dimension[]; heading: Dimension[] } {
  const content = keywords.first('CONTVARIABLE');
  const [stub, heading] = (['STUB', 'HEADING'] as const).map((place) => {
    const names = keywords.list(place);
    const told = keywords.list(place, '', keywords.language);
    return names.map((name, index) => {
      const dimension = dimensionOf(
        keywords,
        name,
        told.length === names.length ? (told[index] ?? name) : name,
        host,
      );
      if (name !== content) return dimension;
      const units = unitsOf(keywords, dimension.labels);
      return new Set(units).size > 1 ? withUnits(dimension, units) : dimension;
    });
  });
  return { stub: stub ?? [], heading: heading ?? [] };
}
