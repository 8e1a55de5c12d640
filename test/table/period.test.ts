import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { readIsoPeriod } from '../../src/table/period-iso.js';
import {
  comparePeriods,
  makeDay,
  makePeriod,
  periodsBetween,
  shiftPeriod,
  shiftYears,
} from '../../src/table/period.js';
import { readPeriod } from '../../src/table/period-notation.js';
import { dateOrderOf } from '../../src/table/period-style.js';

const READ: [string, string | undefined][] = [
  ['2024', '2024'], ['2024-09', '2024-09'], ['2024-9', '2024-09'], ['2024/09', '2024-09'], ['09/2024', '2024-09'],
  ['set-24', '2024-09'], ['sep-24', '2024-09'], ['setiembre 2024', '2024-09'], ['septiembre 2024', '2024-09'],
  ['Setiembre de 2024', '2024-09'], ['SET. 2024', '2024-09'], ['ago. 2024', '2024-08'], ['January 2024', '2024-01'],
  ['2024 enero', '2024-01'], ['05/12/2024', '2024-12-05'], ['5-12-2024', '2024-12-05'], ['2024-12-05', '2024-12-05'],
  ['5 de diciembre de 2024', '2024-12-05'], ['2024-T3', '2024-Q3'], ['2024-Q3', '2024-Q3'], ['III Trim 2024', '2024-Q3'],
  ['IV trimestre 2024', '2024-Q4'], ['T1 2024', '2024-Q1'], ['2024-S1', '2024-S1'], ['II Sem. 2023', '2023-S2'],
  ['I semestre de 2024', '2024-S1'], ['enero-diciembre 2022', '2022'], ['ENERO - DICIEMBRE 2023', '2023'],
  ['enero-marzo 2024', '2024-Q1'], ['ABR. - JUN. 2024', '2024-Q2'], ['julio - diciembre de 2024', '2024-S2'],
  ['enero-setiembre 2024', undefined], ['febrero-abril 2024', undefined], ['diciembre-enero 2024', undefined],
  ['5/12/24', '2024-12-05'], ['31-12-23', '2023-12-31'], ['31/12-23', undefined], ['202409', '2024-09'],
  ['20240905', '2024-09-05'], ['202413', undefined], ['450001', undefined], ['150101', undefined],
  ['2015-01-01T03:00:00', '2015-01-01'], ['2015-01-01 03:00:00', '2015-01-01'], ['2022-11-23T00:47:47.633749', '2022-11-23'],
  ['2024-02-30', undefined], ['0000-00-00', undefined], ['45000', undefined], ['2024-I', undefined],
  ['2024-13', undefined], ['ENERO - DICIEMBRE', undefined], ['108-A', undefined], ['', undefined], ['n.d.', undefined],
  ['Variación % 2023/2022', undefined], ['marte 2024', undefined],
]; // prettier-ignore

describe('periods as sources write them', () => {
  for (const [text, expected] of READ) {
    it(`[REL-13] reads «${text}» as ${expected ?? 'no period'}`, () => {
      expect(readPeriod(text)?.text).to.equal(expected);
    });
  }

  it('takes the day first, as Peru writes, unless the column proves the month first', () => {
    expect(dateOrderOf(['05/12/2024', '01/02/2024'])).to.equal('day');
    expect(dateOrderOf(['11/05/2012 05:00 AM', '11/13/2012 12:41 AM'])).to.equal('month');
    expect(readPeriod('11/13/2012 12:41 AM', 'month')?.text).to.equal('2012-11-13');
  });

  it('knows where a period starts, ends and what comes after it', () => {
    const march = makePeriod('month', 2024, 3);
    const year = makePeriod('year', 2024);
    if (!march || !year) throw new Error('no period');
    expect(march.end - march.start).to.equal(31);
    expect(year.end - year.start).to.equal(366);
    expect(comparePeriods(year, march)).to.be.below(0);
    expect(shiftPeriod(march, -3)?.text).to.equal('2023-12');
    expect(shiftYears(march, -1)?.text).to.equal('2023-03');
    expect(
      periodsBetween(march, shiftPeriod(march, 11) ?? march, 100).map((each) => each.text),
    ).to.have.length(12);
  });

  it('[REL-14] gives the same days and labels in every time zone', () => {
    const script = `
      import { readPeriod } from './src/table/period-notation.ts';
      import { makeWords } from './src/text/words.ts';
      const words = makeWords();
      const all = ['2024', '2024-09', '2024-01-01', '31/12/2023', '2015-01-01T00:00:00', 'I Sem 2024'].map((text) => readPeriod(text));
      console.log(JSON.stringify(all.map((period) => [period.text, period.start, period.end, words.period(period)])));`;
    const inZone = (zone: string): string =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
    const lima = inZone('America/Lima');
    for (const zone of ['UTC', 'Pacific/Auckland', 'America/St_Johns']) expect(inZone(zone)).to.equal(lima);
    expect(lima).to.contain('2024-01-01').and.to.contain('"2023-12-31"');
  });

  it('reads what it writes, in every length', () => {
    const any = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('year', 'half', 'quarter', 'month'),
          fc.integer({ min: 1900, max: 2100 }),
          fc.integer({ min: 1, max: 12 }),
        )
        .map(([length, year, part]) => makePeriod(length, year, part)),
      fc
        .tuple(
          fc.integer({ min: 1900, max: 2100 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 31 }),
        )
        .map(([year, month, day]) => makeDay(year, month, day)),
    );
    fc.assert(
      fc.property(any, (written) => {
        if (!written) return;
        expect(readIsoPeriod(written.text)).to.deep.equal(written);
        expect(readPeriod(written.text)).to.deep.equal(written);
      }),
    );
  });

  it('shifts there and back, and the next one starts where this one ends', () => {
    const any = fc.tuple(
      fc.constantFrom('year', 'half', 'quarter', 'month'),
      fc.integer({ min: 1950, max: 2050 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -40, max: 40 }),
    );
    fc.assert(
      fc.property(any, ([length, year, part, steps]) => {
        const first = makePeriod(length, year, part);
        if (!first) return;
        const moved = shiftPeriod(first, steps);
        expect(moved && shiftPeriod(moved, -steps)).to.deep.equal(first);
        expect(shiftPeriod(first, 1)?.start).to.equal(first.end);
      }),
    );
  });

  it('has no 29 February in a common year, and none to compare with', () => {
    expect(makeDay(2023, 2, 29)).to.equal(undefined);
    const leap = makeDay(2024, 2, 29);
    expect(leap && shiftYears(leap, -1)).to.equal(undefined);
  });

  it('as an attribute has them are four digits and their parts, nothing else', () => {
    for (const text of [
      '24',
      '2024-',
      '2024-1-5',
      '2024-Q5',
      '2024-S3',
      '2024-Q1-05',
      '20240',
      'set-24',
      '2024-13',
    ]) {
      expect(readIsoPeriod(text), text).to.equal(undefined);
    }
  });

  it('stops a list of periods at its limit', () => {
    const [first, last] = [makePeriod('month', 2000), makePeriod('month', 2024)];
    if (!first || !last) throw new Error('no period');
    expect(periodsBetween(first, last, 10)).to.have.length(10);
    expect(periodsBetween(last, first, 10)).to.deep.equal([]);
  });
});
