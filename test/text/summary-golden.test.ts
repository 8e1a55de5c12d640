import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { toSeries } from '../../src/query/series.js';
import { columnsOf } from '../../src/table/table.js';
import { MOST_WORDS } from '../../src/text/summary/fit.js';
import { answered, decimalsOf, said, wordsOf } from './golden-answer.js';
import { COMPARED, type ComparedGolden } from './compared-golden.js';
import type { Golden } from './golden.js';
import { COURSES } from './summary-golden.js';

const GOLDEN: readonly (Golden | ComparedGolden)[] = [...COURSES, ...COMPARED];
/** Places that a map of Peru's departments has. */
const MOST_COMPARED = 25;

/** What was read and found true of each table, by its name. */
const REVIEWED = new Map(
  readFileSync(new URL('summary.golden.txt', import.meta.url), 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((part) => part.trim().split('\n'))
    .map(([name = '', sentence = '']) => [name, sentence]),
);

const numbersIn = (text: string): string[] => text.match(/-?\d+(,\d{3})*(\.\d+)?/g) ?? [];

const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Of those compared: their values as precise as they are, their periods, how many they are, their places. */
async function sayableOfCompared(golden: ComparedGolden): Promise<Set<string>> {
  const table = await answered(golden);
  const words = wordsOf(golden);
  const [measure] = columnsOf(table, 'measure');
  const [time] = columnsOf(table, 'time');
  const values = measure?.kind === 'number' ? [...measure.values] : [];
  const decimals = golden.decimals ?? (measure?.kind === 'number' ? measure.decimals : 0);
  return new Set(
    [
      golden.unit ?? '',
      ...(golden.computed ?? []),
      ...(time?.kind === 'period' ? time.periods.map((period) => words.period(period)) : []),
      ...values.map((value) => (Number.isNaN(value) ? '' : words.number(value, decimals))),
      ...Array.from({ length: MOST_COMPARED }, (_, index) => String(index + 1)),
    ].flatMap(numbersIn),
  );
}

/** Every number that may honestly be said of a table: its values as precise as they are, its periods, its counts. */
async function sayable(golden: Golden | ComparedGolden): Promise<Set<string>> {
  if ('figure' in golden) return sayableOfCompared(golden);
  const table = await answered(golden);
  const series = toSeries(table);
  const words = wordsOf(golden);
  const observations = series.flatMap((each) => each.observations);
  const absent = observations.filter(({ value }) => Number.isNaN(value));
  return new Set(
    [
      golden.unit ?? '',
      ...observations.map(({ period }) => words.period(period)),
      ...observations.map(({ value }) =>
        Number.isNaN(value) ? '' : words.number(value, decimalsOf(table, golden)),
      ),
      String(series.length),
      String(absent.length),
    ].flatMap(numbersIn),
  );
}

describe('summaries of golden tables', () => {
  it('[A11Y-40] are at least thirty, each with one reviewed sentence', () => {
    expect(GOLDEN.length).to.be.at.least(30);
    expect([...REVIEWED.keys()]).to.deep.equal(GOLDEN.map(({ name }) => name));
    for (const [name, sentence = ''] of REVIEWED) expect(wordsIn(sentence), name).to.be.within(1, 60);
  });

  for (const golden of GOLDEN) {
    const { name } = golden;
    it(`[A11Y-40] ${name}: says what was reviewed`, async () => {
      expect(await said(golden)).to.equal(REVIEWED.get(name));
    });

    it(`[A11Y-40] ${name}: has no number that the data do not have, and no more precise one`, async () => {
      const sentence = await said(golden);
      expect(sentence.startsWith(golden.what)).to.equal(true);
      const known = await sayable(golden);
      // The rule that withholds a rate has a number of its own; so have the parts of a sum.
      const told = numbersIn(
        sentence
          .slice(golden.what.length)
          .replace(/Menos de 3 casos|Fewer than 3 cases|suma \d+ de \d+ datos|sum of \d+ of \d+ values/i, ''),
      );
      expect(told.filter((number) => !known.has(number))).to.deep.equal([]);
      expect(told).not.to.deep.equal([]);
    });

    it(`[A11Y-40] ${name}: takes at most ${MOST_WORDS} words, and leaves no hole`, async () => {
      const sentence = await said(golden);
      expect(wordsIn(sentence)).to.be.at.most(60);
      expect(sentence).not.to.match(/undefined|NaN|null|\(\)/);
      expect(sentence).to.match(/\.$/);
      expect(sentence).not.to.match(/ {2}/);
    });
  }
});
