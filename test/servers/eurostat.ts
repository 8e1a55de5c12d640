import { asJsonStat, type TestCube } from '../support/arbitrary-cube.js';
import type { PortalReply } from '../support/push-down-law.js';

export interface EurostatManner {
  /** A month is compared with a year letter by letter, not by the calendar. */
  readonly byLetters?: boolean;
  readonly most?: number;
}

const OWN = new Set(['format', 'lang', 'sincetimeperiod', 'untiltimeperiod']);

function fault(status: number, label: string): PortalReply {
  return { status, body: JSON.stringify({ error: [{ status, id: 150, label }] }) };
}

/** The first and the last month of a period, as numbers. */
function monthsOf(text: string): [first: number, last: number] {
  const [, year, part] = /^(\d{4})(?:-(.+))?$/.exec(text) ?? [];
  const start = Number(year) * 12;
  if (part === undefined) return [start, start + 11];
  if (part.startsWith('Q')) return [start + Number(part[1]) * 3 - 3, start + Number(part[1]) * 3 - 1];
  return [start + Number(part) - 1, start + Number(part) - 1];
}

/**
 * Eurostat's statistics API over one cube. Parameters and codes in either case; a code that is not there finds
 * nothing and is no error; a dimension that is not there is one; too much is a fault of SOAP whatever was asked for.
 */
export function eurostat(cube: TestCube, { byLetters = false, most = Infinity }: EurostatManner = {}) {
  return (url: URL): PortalReply => {
    const chosen = new Map<string, string[]>();
    for (const [name, value] of url.searchParams) {
      const key = name.toLowerCase();
      if (OWN.has(key)) continue;
      const dimension = cube.dimensions.find(({ id }) => id === key);
      if (!dimension) return fault(400, `Semantic error. Unknown dimension ${name}`);
      const codes = dimension.codes.filter((code) => code.toLowerCase() === value.toLowerCase());
      chosen.set(key, [...(chosen.get(key) ?? []), ...codes]);
    }
    const [since, until] = ['sinceTimePeriod', 'untilTimePeriod'].map((name) => url.searchParams.get(name));
    const times = chosen.get('time') ?? cube.dimensions.find(({ id }) => id === 'time')?.codes ?? [];
    if (since && until && since > until) return fault(400, 'Semantic error. The range is empty');
    chosen.set(
      'time',
      times.filter((time) => {
        if (byLetters) return (!since || time >= since) && (!until || time <= until);
        const [first, last] = monthsOf(time);
        return (!since || first >= monthsOf(since)[0]) && (!until || last <= monthsOf(until)[1]);
      }),
    );
    const cells = cube.dimensions.reduce((all, { id, codes }) => all * (chosen.get(id) ?? codes).length, 1);
    if (cells > most) {
      const fault413 = `<S:Fault xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>413</faultcode><faultstring>EXTRACTION_TOO_BIG: The requested extraction is too big</faultstring></S:Fault>`;
      return { status: 413, body: fault413 };
    }
    return { body: asJsonStat(cube, chosen) };
  };
}
