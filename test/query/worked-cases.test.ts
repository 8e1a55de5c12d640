import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { changeSince, usualBase } from '../../src/query/change.js';
import { isClearChange } from '../../src/query/clear-change.js';
import { comparePlaces } from '../../src/query/compare-places.js';
import {
  poissonLimits,
  rateLimits,
  wilsonLimits,
  type Level,
  type Limits,
} from '../../src/query/intervals.js';
import { rate } from '../../src/query/rate.js';
import { toSeries } from '../../src/query/series.js';
import { progressOf } from '../../src/query/target-progress.js';
import { parseTargets, targetOf, type Better, type TargetPath } from '../../src/query/targets.js';
import { fromRows } from '../../src/table/rows.js';
import { statusNames } from '../../src/table/status.js';
import { allWords } from '../support/all-words.js';
import { ask } from '../support/answer.js';
import { cardOf } from '../support/make-card.js';
import {
  columnNamed,
  numbers,
  period,
  seriesTable,
  tableOf,
  type NumberCell,
} from '../support/make-table.js';

/**
 * Cases worked out by hand, or by another program than ours, or published: `worked-cases.csv`, one a line. Those with
 * six decimals must agree to 1e-6, rates to 0.05, as published ones are rounded.
 */
interface Case {
  readonly rule: string;
  readonly input: readonly string[];
  readonly expected: string;
  readonly source: string;
}

const CASES: readonly Case[] = readFileSync(new URL('worked-cases.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [rule = '', input = '', expected = '', source = ''] = line.split(';');
    return { rule, input: input.split(' '), expected: expected.trim(), source };
  });

const numbersOf = (input: readonly string[]): number[] => input.map(Number);

/** `50+provisional`, `7`, `missing` */
function cellOf(text: string): NumberCell {
  const [value = '', status] = text.split('+');
  if (Number.isNaN(Number(value))) return value;
  return status === undefined ? Number(value) : [Number(value), status];
}

/** `2023=40 2024=50+break` */
const seriesOf = (input: readonly string[], decimals: number): ReturnType<typeof seriesTable> =>
  seriesTable(
    Object.fromEntries(input.map((each) => [each.split('=')[0] ?? '', cellOf(each.split('=')[1] ?? '')])),
    { decimals },
  );

function expectLimits({ low, high }: Limits, expected: string): void {
  const [least, most] = numbersOf(expected.split(' '));
  expect(low).to.be.closeTo(least ?? NaN, 1e-6);
  expect(high).to.be.closeTo(most ?? NaN, 1e-6);
}

function expectValue(
  value: number | undefined,
  status: number | undefined,
  expected: string,
  within: number,
): void {
  const [wanted, ...names] = expected.split(' ');
  if (wanted === 'NaN') expect(value).to.deep.equal(NaN);
  else expect(value).to.be.closeTo(Number(wanted), within);
  expect(statusNames(status ?? 0).sort()).to.deep.equal(names.filter(Boolean).sort());
}

function changeOf(input: readonly string[]): string {
  const observations = toSeries(seriesOf(input, 0))[0]?.observations ?? [];
  const at = observations.at(-1);
  const base = at && usualBase(at.period);
  if (!at || !base) throw new Error('nothing to compare');
  const change = changeSince(observations, at, base, true);
  if (change.kind !== 'difference') return change.kind;
  return `${change.difference} ${change.percent === undefined ? '-' : `${change.percent.toFixed(1)}%`}`;
}

/** `12x100 9x110 2025-09`: so many months of 2024 and of 2025 with so many cases each, and until when data are complete. */
async function partOf([first = '', second = '', completeThrough = '']: readonly string[]): Promise<string> {
  const rows = [first, second].flatMap((each, index) => {
    const [months = 0, cases = 0] = numbersOf(each.split('x'));
    return Array.from({ length: months }, (_, month) => [
      `${2024 + index}-${String(month + 1).padStart(2, '0')}`,
      cases,
    ]);
  });
  const question = { value: 'sum(casos)', time: 'year(mes)', completeThrough, compared: true };
  return cardOf(await ask(await fromRows(['mes', 'casos'], rows), question)).change;
}

/** `41 52`: how many units sent data, of how many; `?` where that is not known. */
async function reportedBy(input: readonly string[]): Promise<string> {
  const units = input.map((each) => (each === '?' ? null : Number(each)));
  const table = await fromRows(['anio', 'casos', 'informaron', 'unidades'], [['2026', 60, ...units]]);
  const reporting = 'sum(informaron) of sum(unidades)';
  const [series] = toSeries(await ask(table, { value: 'sum(casos)', time: 'anio', reporting }));
  return allWords().beside?.(series?.observations[0] ?? {}) || 'nothing';
}

/** `base 2024:12,2030:6`, as the attribute has it with other signs between. */
const pathOf = (text: string, better: Better): TargetPath =>
  parseTargets(text.replaceAll(',', '; ').replace('base', 'base '), better);

/** `2024=10 | 2024=8`: a place and the one that it is compared with, in the last period of the first. */
function placeOf([measured = '', ...input]: readonly string[]): string {
  const [own = [], other = []] = [
    input.slice(0, input.indexOf('|')),
    input.slice(input.indexOf('|') + 1),
  ].map((each) => toSeries(seriesOf(each, 0))[0]?.observations ?? []);
  const at = own.at(-1)?.period;
  const compared = at && comparePlaces(own, other, at, { isCount: measured === 'count', interval: '' });
  if (compared?.kind === 'difference') return compared.difference.toFixed(1);
  return compared?.kind === 'share' ? `${compared.percent.toFixed(1)}%` : (compared?.kind ?? 'nothing');
}

const CRITERION: Readonly<Record<string, string>> = {
  poisson: 'STAT-04',
  wilson: 'STAT-04',
  'rate-limits': 'STAT-04',
  rate: 'STAT-04',
  sum: 'STAT-08',
  clear: 'STAT-05',
  change: 'STAT-05',
  points: 'STAT-05',
  part: 'STAT-05',
  target: 'STAT-03',
  pace: 'STAT-03',
  place: 'STAT-07',
  reported: 'STAT-08',
};

const CHECKS: Readonly<Record<string, (input: readonly string[], expected: string) => void | Promise<void>>> =
  {
    poisson(input, expected) {
      const [count = NaN, level] = numbersOf(input);
      expectLimits(poissonLimits(count, level as Level), expected);
    },
    wilson(input, expected) {
      const [successes = NaN, trials = NaN, level] = numbersOf(input);
      expectLimits(wilsonLimits(successes, trials, level as Level), expected);
    },
    'rate-limits'(input, expected) {
      const [count = NaN, people = NaN, scale = NaN, level] = numbersOf(input);
      expectLimits(rateLimits(count, people, scale, level as Level), expected);
    },
    rate([events = '', people = '', scale], expected) {
      const made = rate(numbers('n', [cellOf(events)]), numbers('p', [cellOf(people)]), Number(scale));
      expectValue(made.values[0], made.statuses[0], expected, 0.05);
    },
    async sum(input, expected) {
      const made = await ask(tableOf(numbers('casos', input.map(cellOf))), { value: 'sum(casos)' });
      const { values, statuses } = columnNamed(made, 'casos', 'number');
      expectValue(values[0], statuses[0], expected, 0);
    },
    clear([one = '', other = '', level], expected) {
      const [a, b] = [one, other].map((each) => {
        const [count = NaN, among = NaN] = numbersOf(each.split('/'));
        return { count, among };
      });
      if (!a || !b) throw new Error('two rates');
      expect(isClearChange(a, b, Number(level) as Level) ? 'clear' : 'not clear').to.equal(expected);
    },
    change(input, expected) {
      expect(changeOf(input)).to.equal(expected);
    },
    points(input, expected) {
      const [base = ''] = input[0]?.split('=') ?? [];
      const card = cardOf(seriesOf(input, 1), { unit: '%' }, { compare: base });
      expect(card.change).to.include(expected).and.not.to.include('(');
    },
    target([path = '', at = ''], expected) {
      const target = targetOf(pathOf(path, 'lower'), period(at));
      if (expected === 'none') expect(target).to.equal(undefined);
      else expect(target).to.be.closeTo(Number(expected), 1e-6);
    },
    pace([better = '', path = '', ...input], expected) {
      const [series] = toSeries(seriesOf(input, 1));
      const { pace } = progressOf(pathOf(path, better as Better), series?.observations ?? []);
      expect(pace).to.equal(expected);
    },
    place(input, expected) {
      expect(placeOf(input)).to.equal(expected);
    },
    async reported(input, expected) {
      expect(await reportedBy(input)).to.equal(expected);
    },
    async part(input, expected) {
      expect(await partOf(input)).to.equal(expected);
    },
  };

describe('the worked cases', () => {
  it('are at least 120, each with the source of its number', () => {
    expect(CASES.length).to.be.at.least(120);
    expect(CASES.filter(({ source, rule }) => source === '' || !CHECKS[rule])).to.deep.equal([]);
  });

  for (const { rule, input, expected, source } of CASES) {
    it(`[${CRITERION[rule] ?? ''}] ${rule} of ${input.join(' ')} is ${expected} (${source})`, () =>
      CHECKS[rule]?.(input, expected));
  }
});
