import { expect } from 'chai';
import fc from 'fast-check';
import { STATUS, type StatusName } from '../../src/table/status.js';
import { en } from '../../src/text/en.js';
import { STATUS_SYMBOL, statusLegend, statusSymbols, valueMarks } from '../../src/text/status-symbols.js';
import { spokenValue, statusText } from '../../src/text/spoken.js';
import { shownDecimals, valueText, withUnit } from '../../src/text/value.js';
import { allWords } from '../support/all-words.js';
import { numbers, statuses } from '../support/make-table.js';

const words = allWords();
const NAMES = Object.keys(STATUS) as StatusName[];

describe('a value in a cell', () => {
  it('is a number with the decimals asked for', () => {
    expect(valueText(words, 1234.56, 0, 1)).to.equal('1,234.6');
    expect(valueText(words, 0, 0, 0)).to.equal('0');
    expect(valueText(words, 5, STATUS.provisional, 0)).to.equal('5');
  });

  it('[STAT-08] that is not there says why: zero, missing, hidden and not applicable are four different things', () => {
    const shown = [
      valueText(words, 0, 0, 0),
      ...['missing', 'suppressed', 'notApplicable'].map((name) => valueText(words, NaN, statuses(name), 0)),
    ];
    expect(shown).to.deep.equal(['0', 's/d', 'oculto', 'n. a.']);
  });

  it('is missing where nobody says why', () => {
    expect(valueText(words, NaN, 0, 0)).to.equal('s/d');
    expect(spokenValue(words, NaN, 0, 0)).to.equal('sin dato');
  });
});

describe('a value with its unit', () => {
  it('[A11Y-02] has a space before it, but for the per cent sign', () => {
    expect(withUnit('6.3', 'por 100 mil habitantes')).to.equal('6.3 por 100 mil habitantes');
    expect(withUnit('27.7', '%')).to.equal('27.7%');
    expect(withUnit('27.7', '% de hogares')).to.equal('27.7% de hogares');
    expect(withUnit('12', '')).to.equal('12');
  });
});

describe('a value for the ear', () => {
  it('[STAT-08] is followed by all that qualifies it, in words', () => {
    expect(spokenValue(words, 6.3, 0, 1)).to.equal('6.3');
    expect(spokenValue(words, 6.3, statuses('provisional'), 1)).to.equal('6.3, provisional');
    expect(spokenValue(words, 6.3, statuses('provisional unreliable'), 1)).to.equal(
      '6.3, provisional, pocos casos: interpretar con cuidado',
    );
    expect(spokenValue(words, NaN, statuses('suppressed'), 1)).to.equal(
      'oculto para proteger a las personas',
    );
    expect(spokenValue(words, NaN, statuses('missing break'), 1)).to.equal(
      'sin dato, cambio en la forma de medir',
    );
  });

  it('has a word for every status, none like another, in both languages', () => {
    for (const each of [words, allWords(en)]) {
      expect(new Set(NAMES.map((name) => statusText(each, STATUS[name]))).size).to.equal(NAMES.length);
    }
    expect(statusText(words, 0)).to.equal('');
  });
});

describe('decimals', () => {
  it('are as many as the source wrote, unless the page says', () => {
    expect(shownDecimals(numbers('a', [], { decimals: 1 }))).to.equal(1);
    expect(shownDecimals(numbers('a', [], { decimals: 4 }))).to.equal(4);
    expect(shownDecimals(numbers('a', [], { decimals: 1 }), 3)).to.equal(3);
    expect(shownDecimals(numbers('a', [], { decimals: 1 }), 0)).to.equal(0);
  });

  it('are two where so many were computed, not measured', () => {
    expect(shownDecimals(numbers('a', [], { decimals: 13 }))).to.equal(2);
    expect(shownDecimals(numbers('a', [12.345678, 0.25], { decimals: 6 }))).to.equal(2);
  });

  it('show two digits of the smallest value that is not zero, rather than zero', () => {
    expect(shownDecimals(numbers('a', [0.00012, 3, 0, 'missing'], { decimals: 5 }))).to.equal(5);
    expect(shownDecimals(numbers('a', [-0.004321, 3], { decimals: 6 }))).to.equal(4);
    expect(shownDecimals(numbers('a', [5e-17, 3], { decimals: 17 }))).to.equal(12);
    expect(shownDecimals(numbers('a', [0.00012], { decimals: 5 }), 2)).to.equal(2);
  });
});

describe('symbols of statuses', () => {
  it('[STAT-08] are one letter each, none like another', () => {
    expect(Object.keys(STATUS_SYMBOL).sort()).to.deep.equal([...NAMES].sort());
    expect(new Set(Object.values(STATUS_SYMBOL)).size).to.equal(NAMES.length);
    for (const symbol of Object.values(STATUS_SYMBOL)) expect(symbol).to.have.length(1);
  });

  it('[STAT-08] are those of Eurostat for the flags that it has', () => {
    const {
      provisional,
      estimated,
      revised,
      break: broken,
      unreliable,
      suppressed,
      notApplicable,
      missing,
    } = STATUS_SYMBOL;
    const symbols = [provisional, estimated, revised, broken, unreliable, suppressed, notApplicable, missing];
    expect(symbols).to.deep.equal(['p', 'e', 'r', 'b', 'u', 'c', 'z', ':']);
  });

  it('stand together for a set, and behind a value only where it is there', () => {
    expect(statusSymbols(statuses('provisional break'))).to.equal('pb');
    expect(statusSymbols(0)).to.equal('');
    expect(valueMarks(statuses('missing break'))).to.equal('b');
    expect(valueMarks(statuses('suppressed'))).to.equal('');
  });

  it('[STAT-08] are each explained once in a legend: what marks values, and what stands in their place', () => {
    expect(statusLegend(words, statuses('provisional missing suppressed'))).to.deep.equal([
      'p: provisional',
      's/d: sin dato',
      'oculto: oculto para proteger a las personas',
    ]);
    expect(statusLegend(words, 0)).to.deep.equal([]);
    fc.assert(
      fc.property(fc.subarray(NAMES), (names) => {
        const legend = statusLegend(words, statuses(names.join(' ')));
        expect(legend).to.have.length(names.length);
        for (const name of names)
          expect(legend.some((line) => line.endsWith(words.status[name]))).to.equal(true);
      }),
    );
  });
});
