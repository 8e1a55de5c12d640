import type { PortalReply } from '../support/push-down-law.js';

export interface Value {
  readonly iso2: string;
  readonly iso3: string;
  readonly name: string;
  readonly date: string;
  readonly value: number | null;
}

export interface WorldBank {
  readonly rows: readonly Value[];
  /** Fewer rows than asked for are given at once, without a word. */
  readonly most: number;
}

const message = (id: string, key: string): PortalReply => ({
  body: JSON.stringify([{ message: [{ id, key, value: 'The provided parameter value is not valid' }] }]),
});

/** The Indicators API with one indicator: refuses with HTTP 200, gives the latest year first, pages by number. */
export function worldBank({ rows, most }: WorldBank): (url: URL) => PortalReply {
  return (url) => {
    const path = /\/country\/([^/]+)\/indicator\/([^/]+)$/.exec(decodeURIComponent(url.pathname));
    const given = url.searchParams;
    if (!path || given.get('format') !== 'json') return { body: '<?xml version="1.0"?><wb:data/>' };
    const wanted = (path[1] ?? '').toUpperCase().split(';');
    const isKnown = (code: string): boolean => rows.some(({ iso2, iso3 }) => [iso2, iso3].includes(code));
    if (wanted[0] !== 'ALL' && !wanted.every(isKnown)) return message('120', 'Invalid value');
    const [from = '0', to = from] = given.get('date')?.split(':') ?? ['0', '9999'];
    const kept = rows
      .filter(({ iso2, iso3 }) => wanted[0] === 'ALL' || wanted.includes(iso2) || wanted.includes(iso3))
      .filter(({ date }) => date >= from && date <= to)
      .sort((a, b) => b.date.localeCompare(a.date));
    const size = Math.min(most, Number(given.get('per_page') ?? 50));
    const page = Number(given.get('page') ?? 1);
    const pages = Math.ceil(kept.length / size);
    // At times the size comes as a text.
    const head = { page, pages, per_page: String(size), total: kept.length, lastupdated: '2026-07-13' };
    if (kept.length === 0) return { body: JSON.stringify([{ ...head, page: 0 }, null]) };
    const records = kept.slice((page - 1) * size, page * size).map(({ iso2, iso3, name, date, value }) => ({
      indicator: { id: 'VC.IHR.PSRC.P5', value: 'Intentional homicides (per 100,000 people)' },
      country: { id: iso2, value: name },
      countryiso3code: iso3,
      date,
      value,
      unit: '',
      obs_status: value !== null && value > 40 ? 'E' : '',
      decimal: 1,
    }));
    return { body: JSON.stringify([head, records]) };
  };
}
