import { expect } from 'chai';
import fc from 'fast-check';
import { readAbsent } from '../../src/table/absent.js';
import { ABSENT, STATUS, statusNames, type StatusName } from '../../src/table/status.js';
import { readStatus } from '../../src/table/status-notation.js';
import { statusSymbols } from '../../src/text/status-symbols.js';
import { statuses } from '../support/make-table.js';

const NAMES = Object.keys(STATUS) as StatusName[];
const anySet = fc.subarray(NAMES).map((names) => names.reduce((set, name) => set | STATUS[name], 0));

const READ: [string, string][] = [
  ['', ''], ['A', ''], ['definitivo', ''], ['Final', ''], ['p', 'provisional'], ['P/', 'provisional'],
  ['(p)', 'provisional'], ['*', 'provisional'], ['Preliminar', 'provisional'], ['PROVISIONAL', 'provisional'],
  ['e', 'estimated'], ['(e)', 'estimated'], ['estimado', 'estimated'], ['r', 'revised'], ['r/', 'revised'],
  ['revisado', 'revised'], ['b', 'break'], ['quiebre', 'break'], ['ruptura', 'break'], ['u', 'unreliable'],
  ['referencial', 'unreliable'], ['f', 'forecast'], ['proyectado', 'forecast'], ['c', 'suppressed'],
  ['Confidencial', 'suppressed'], ['q', 'suppressed'], [':', 'missing'], ['m', 'missing'], ['S/D', 'missing'],
  ['z', 'notApplicable'], ['No aplica', 'notApplicable'], ['bp', 'provisional break'], ['pb', 'provisional break'],
  ['b p', 'provisional break'], ['r, e', 'estimated revised'], ['P/;r/', 'provisional revised'],
  ['p|b', 'provisional break'], [' p ', 'provisional'],
]; // prettier-ignore

describe('statuses of observations', () => {
  it('are ten different things', () => {
    expect(new Set(Object.values(STATUS)).size).to.equal(NAMES.length);
    for (const name of NAMES) expect(statusNames(STATUS[name])).to.deep.equal([name]);
  });

  it('of absence are missing, suppressed and not applicable, and no others', () => {
    expect(statusNames(ABSENT)).to.deep.equal(['missing', 'suppressed', 'notApplicable']);
  });

  it('fit in the sixteen bits that a column keeps of them', () => {
    expect(Math.max(...Object.values(STATUS))).to.be.below(2 ** 16);
  });
});

describe('statuses as sources write them', () => {
  for (const [cell, names] of READ) {
    it(`[STAT-08] reads «${cell}» as ${names === '' ? 'normal' : names}`, () => {
      expect(readStatus(cell)).to.equal(statuses(names));
    });
  }

  for (const cell of ['xyz', 'p y', '7', 'pendiente', 'ñ', 'validado', '__proto__', 'constructor']) {
    it(`does not know «${cell}», and says so`, () => {
      expect(readStatus(cell)).to.equal(undefined);
    });
  }

  for (const cell of ['oficial', 'real', 'no', 'falso', 'cierre', 'pre', 'fe', 'pie', 'pp']) {
    it(`does not take the word «${cell}» for letters of a code`, () => {
      expect(readStatus(cell)).to.equal(undefined);
    });
  }

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const set = readStatus(text);
        if (set !== undefined)
          expect(statusNames(set).reduce((bits, name) => bits | STATUS[name], 0)).to.equal(set);
      }),
    );
  });

  it('[STAT-08] reads back the symbols that a download has', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        expect(readStatus(statusSymbols(set))).to.equal(set);
      }),
    );
  });

  it('[STAT-08] reads back the symbol of an incomplete total; in capitals it is SDMX’s, an imputed value', () => {
    expect(readStatus(statusSymbols(STATUS.incomplete))).to.equal(STATUS.incomplete);
    expect(readStatus('I')).to.equal(STATUS.estimated);
  });
});

describe('cells that say why there is no number', () => {
  it('[REL-13] are missing, hidden or not applicable', () => {
    for (const text of [
      '',
      '-',
      '–',
      '…',
      '..',
      's/d',
      'S/I',
      's.d.',
      'n.d.',
      'N/A',
      'NaN',
      'null',
      ':',
      '#N/D',
      'Sin dato',
    ]) {
      expect(readAbsent(text), text).to.equal(STATUS.missing);
    }
    for (const text of ['x', 'C', '<3', '< 10']) expect(readAbsent(text), text).to.equal(STATUS.suppressed);
    for (const text of ['z', 'No aplica']) expect(readAbsent(text), text).to.equal(STATUS.notApplicable);
  });

  it('[REL-13] are not numbers, not zero and not words', () => {
    for (const text of ['0', '0.0', '-1', 'no', 'sí', 'S', 'nd1', '<100', '....', '---']) {
      expect(readAbsent(text), text).to.equal(undefined);
    }
  });
});
