import { expect } from 'chai';
import fc from 'fast-check';
import { readNumber, surveyNumbers, type DecimalMark } from '../../src/table/number-notation.js';
import { statusNames } from '../../src/table/status.js';

/** [as written, value or null, statuses] in a column with a decimal point, as Peru writes. */
const PERU: [string, number | null, string?][] = [
  ['6.3', 6.3], ['0', 0], ['-0.4', -0.4], ['+7', 7], ['1234', 1234], ['1,234', 1234], ['1,234.5', 1234.5],
  ['1 234,5', 1234.5], ['1 234.5', 1234.5], ['1 234', 1234], ['1 234 567', 1234567], ['1.234,5', 1234.5],
  ['1.234.567', 1234567], ['1,234,567', 1234567], ['1’234.5', 1234.5], ["1'234", 1234], ['12%', 12],
  ['12.3 %', 12.3], ['.5', 0.5], ['0.123', 0.123], ['322.225', 322.225], ['-3', -3], ['−3', -3], ['1e+3', 1000], ['1.0e3', 1000],
  ['1.5e-2', 0.015], ['007', 7], ['1,5', 1.5], ['6.1*', 6.1, 'provisional'], ['8.5p/', 8.5, 'provisional'],
  ['8.5 P/', 8.5, 'provisional'], ['8.5 (p)', 8.5, 'provisional'], ['8.5 p', 8.5, 'provisional'],
  ['2,083 r/', 2083, 'revised'], ['15.1 (e)', 15.1, 'estimated'], ['4.2 u', 4.2, 'unreliable'],
  ['9 b', 9, 'break'], ['9.5 bep', 9.5, 'provisional,estimated,break'], ['6.1**', 6.1, 'provisional'],
  [': c', null, 'suppressed'], [':z', null, 'notApplicable'], [': u', null, 'missing'], ['', null, 'missing'], ['-', null, 'missing'], ['--', null, 'missing'], ['—', null, 'missing'],
  ['…', null, 'missing'], ['...', null, 'missing'], ['..', null, 'missing'], ['s/d', null, 'missing'],
  ['S/D', null, 'missing'], ['S/I', null, 'missing'], ['n.d.', null, 'missing'], ['ND', null, 'missing'],
  ['N/A', null, 'missing'], ['NA', null, 'missing'], ['NaN', null, 'missing'], ['null', null, 'missing'],
  [':', null, 'missing'], ['#N/A', null, 'missing'], ['x', null, 'suppressed'], ['c', null, 'suppressed'],
  ['<3', null, 'suppressed'], ['< 5', null, 'suppressed'], ['z', null, 'notApplicable'],
  ['No aplica', null, 'notApplicable'],
]; // prettier-ignore

/** What is not surely a number is not read as one. */
const UNREADABLE = [
  'Infinity', '0x10', '1_000', '٣', '(5)', '1.2.3', '1,23,456', '12,34.5.6', '5B', '108-A', 'S/ 12', '2024-09',
  '12 345 6', '1..2', '12345678901234567', '1.234.5', '--5', '5-', '1e', '1e3', '1E5', 'seis',
]; // prettier-ignore

describe('numbers as sources write them', () => {
  for (const [text, value, status = ''] of PERU) {
    it(`[REL-13] reads «${text}» as ${value ?? `no value, ${status}`}${value === null || !status ? '' : `, ${status}`}`, () => {
      const reading = readNumber(text, '.');
      expect(reading?.value).to.deep.equal(value ?? NaN);
      expect(statusNames(reading?.status ?? -1).join()).to.equal(status);
    });
  }

  for (const text of UNREADABLE) {
    it(`[REL-13] does not guess a number in «${text}»`, () => {
      expect(readNumber(text, '.')).to.equal(undefined);
    });
  }

  it('[REL-13] reads three digits after a mark by what the column proves', () => {
    expect(readNumber('322.225', ',')?.value).to.equal(322225);
    expect(readNumber('322.225', '.')?.value).to.equal(322.225);
    expect(readNumber('1,234', ',')?.value).to.equal(1.234);
    expect(readNumber('322.225', 'both')).to.equal(undefined);
    expect(surveyNumbers(['74', '322.225', '3,1']).proof).to.equal(',');
    expect(surveyNumbers(['74', '322.225']).ambiguous).to.equal(true);
    expect(surveyNumbers(['1.5', '2,5']).proof).to.equal('both');
    expect(surveyNumbers(['1.5', '2,5', '1.234']).allNumbers).to.equal(false);
  });

  it('[REL-13] reads back every number it could have been given, in both notations', () => {
    const numbers = fc
      .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
      .map(([digits, decimals]) => ({ value: digits / 10 ** decimals, decimals }));
    fc.assert(
      fc.property(numbers, fc.constantFrom<DecimalMark>('.', ','), ({ value, decimals }, mark) => {
        const peruvian = new Intl.NumberFormat('es-PE', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(value);
        const swap: Record<string, string> = { '.': ',', ',': '.' };
        const text = mark === '.' ? peruvian : peruvian.replace(/[.,]/g, (char) => swap[char] ?? char);
        expect(readNumber(text, mark)?.value).to.equal(value);
      }),
      { numRuns: 5000 },
    );
  });

  it('[REL-13] never reads arbitrary text as a number that it does not spell', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const reading = readNumber(text, '.');
        if (!reading || Number.isNaN(reading.value)) return;
        expect(text).to.match(/\d/);
        expect(Number.isFinite(reading.value)).to.equal(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('[REL-13] reads a whole number the same on the short way and on the long one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        const [short, long] = [readNumber(String(value), '.'), readNumber(` ${value} `, ',')];
        expect(short).to.deep.equal({ value, status: 0, decimals: 0, percent: false });
        expect(long).to.deep.equal(short);
      }),
    );
  });

  it('[REL-13] keeps fifteen digits and refuses a longer code', () => {
    expect(readNumber('123456789012345', '.')?.value).to.equal(123456789012345);
    expect(readNumber('1234567890123456', '.')).to.equal(undefined);
    expect(readNumber(`0.${'1'.repeat(60)}`, '.')).to.equal(undefined);
  });

  it('[REL-13] tells how many decimals were written, and whether per cent', () => {
    const told = (text: string): unknown => {
      const { decimals, percent } = readNumber(text, '.') ?? {};
      return [decimals, percent];
    };
    expect(told('6.30')).to.deep.equal([2, false]);
    expect(told('1,234')).to.deep.equal([0, false]);
    expect(told('12.3 %')).to.deep.equal([1, true]);
    expect(told('26%')).to.deep.equal([0, true]);
  });

  it('[REL-13] counts the decimals of a number with an exponent, so that it is not shown as zero', () => {
    expect(readNumber('5e-7', '.')?.decimals).to.equal(7);
    expect(readNumber('1.5e3', '.')?.decimals).to.equal(0);
  });

  it('[REL-13] surveys a column to its first cell that is no number, or to its end', () => {
    const words = ['5', 'seis', '1,5'];
    expect(surveyNumbers(words)).to.deep.equal({ allNumbers: false, proof: undefined, ambiguous: false });
    expect(surveyNumbers(words, true)).to.deep.equal({ allNumbers: false, proof: ',', ambiguous: false });
    expect(surveyNumbers(['s/d']).allNumbers).to.equal(false);
    expect(surveyNumbers([]).allNumbers).to.equal(false);
  });
});
