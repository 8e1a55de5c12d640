import type { Notice } from '../table/notice.js';
import { readStatus } from '../table/status-notation.js';
import { STATUS, type StatusSet } from '../table/status.js';

const { missing, suppressed, provisional, estimated, unreliable, forecast } = STATUS;

/**
 * SDMX cross-domain list CL_OBS_STATUS. What has no status here (D, definition differs; G, experimental; J, derogation;
 * S, special event; W, includes another category) is told and leaves the value as it is.
 */
const OBSERVATION: Readonly<Record<string, StatusSet>> = {
  A: 0,
  B: STATUS.break,
  E: estimated,
  F: forecast,
  H: missing,
  I: estimated,
  K: missing,
  L: missing,
  M: missing,
  N: unreliable,
  O: missing,
  P: provisional,
  Q: suppressed,
  U: unreliable,
  V: provisional,
};
const WITHOUT_STATUS = 'DGJSWX';

/** SDMX cross-domain list CL_CONF_STATUS: all but F (free) keep the value from the public. */
const CONFIDENTIALITY: Readonly<Record<string, StatusSet>> = { F: 0, ...codes('NCAOTGMDSP', suppressed) };

function codes(letters: string, status: StatusSet): Record<string, StatusSet> {
  return Object.fromEntries([...letters].map((letter) => [letter, status]));
}

/** Attributes of which the codes are the statuses of values; some agencies number further ones. */
export function isStatus(id: string): boolean {
  return /^(OBS_STATUS|OBS_FLAG|CONF_STATUS|OBS_CONF|CONF)(_\d)?$/i.test(id);
}

function bitsOf(id: string, code: string): StatusSet | undefined {
  const list = /^(CONF|OBS_CONF)/i.test(id) ? CONFIDENTIALITY : OBSERVATION;
  if (Object.hasOwn(list, code)) return list[code];
  if (code !== '' && WITHOUT_STATUS.includes(code)) return undefined;
  // Free is no forecast: Eurostat's small letters are statuses of observations only.
  return list === CONFIDENTIALITY ? undefined : readStatus(code);
}

/** The name of the column that carries the statuses to the values, and is no column of the table. */
export const STATUS_COLUMN = 'OBS_STATUS';

/** Puts the status attributes of one observation together: one word a combination, and what it means. */
export class StatusWords {
  readonly legend = new Map<string, StatusSet>();
  readonly notices: Notice[] = [];
  readonly #unknown = new Set<string>();

  /** The word for these codes; `''` where there is none. */
  word(given: readonly (readonly [id: string, code: string])[]): string {
    const said = given.filter(([, code]) => code !== '');
    const word = said.map(([id, code]) => `${id}=${code}`).join(' ');
    if (word !== '' && !this.legend.has(word)) this.legend.set(word, this.#read(said));
    return word;
  }

  #read(given: readonly (readonly [id: string, code: string])[]): StatusSet {
    let set = 0;
    for (const [id, cell] of given) {
      const whole = bitsOf(id, cell);
      const parts = whole === undefined ? cell.split(/[\s,;|+]+/) : [];
      set |= whole ?? 0;
      for (const part of parts) set |= bitsOf(id, part) ?? this.#tell(id, part);
    }
    return set;
  }

  #tell(column: string, value: string): StatusSet {
    const key = `${column} ${value}`;
    if (value !== '' && !this.#unknown.has(key)) this.notices.push({ code: 'unknown-status', column, value });
    this.#unknown.add(key);
    return 0;
  }
}
