import { expect } from 'chai';
import { en } from '../../src/text/en.js';
import { spanish as es } from '../support/spanish.js';
import type { Messages } from '../../src/text/messages.js';

type Leaf = string | ((...args: never[]) => string);

/** Every message with the path to it. */
function leavesOf(branch: object, path = ''): [string, Leaf][] {
  return Object.entries(branch).flatMap(([key, value]: [string, unknown]): [string, Leaf][] => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string' || typeof value === 'function') return [[here, value as Leaf]];
    return typeof value === 'object' && value !== null ? leavesOf(value, here) : [];
  });
}

/** What messages are made with, each recognisable in the text. */
const CHANGE = { difference: 'DIFERENCIA', percent: 'PORCENTAJE', base: 'BASE' };
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  'figure.rose': [CHANGE],
  'figure.fell': [CHANGE],
  'figure.quarter': [3, 2024],
  'figure.half': [2, 2024],
  'remarks.late': [3],
  'profile.title': ['LUGAR'],
  'profile.within': ['LUGAR'],
  'profile.country': ['PAÍS'],
  'filter.changed': ['ELECCIÓN', 3],
  'trend.axes': ['UNIDAD', 0, 12, 2011, 2025],
  'trend.leftOut': [6, 9],
  'bars.scale': ['UNIDAD', 0, 12],
  'bars.ordinal': [3],
  'bars.place': [3, 25],
  'bars.placeRange': [2, 4],
  'bars.others': [7],
  'bars.rest': [5, 'PRIMERO', 'SEGUNDO'],
  'bars.panelsLeftOut': [12, 14],
  'bars.partsMissing': [1, 4],
  'bars.summary.count': [25],
  'bars.summary.some': [3, 25],
  'trend.summary.series': [3],
  'trend.summary.inPeriods': [7],
  'trend.summary.brokenOften': [5, 'PRIMERO'],
  'owner.position': [12],
  'targets.count': [3, 'PRIMERO'],
};
const PLACES = ['PRIMERO', 'SEGUNDO', 'TERCERO', 'CUARTO'];
const argumentsOf = (path: string): readonly unknown[] => ARGUMENTS[path] ?? PLACES;

/** A message as it is read; what it was made with must stand in it. */
function written([path, leaf]: [string, Leaf], given = argumentsOf(path)): string {
  if (typeof leaf === 'string') return leaf;
  return (leaf as (...args: readonly unknown[]) => string)(...given);
}

/** What is the same in both: names of formats, a word that both have, what is only put together. */
const SAME = [
  'bars.headers.total',
  'bars.summary.named',
  'comparison.valued',
  'download.csv',
  'download.json',
  'map.classes.only',
  'marks.reached',
  'remarks.ofPart',
  'remarks.status.provisional',
  'trend.summary.series',
];

/** Depend on what they are made with, but do not repeat it as it is. */
const CHOOSING = [
  'figure.quarter',
  'figure.half',
  'bars.summary.allEqual',
  'bars.summary.and',
  'map.compared.allEqual',
  'map.compared.and',
  'map.rank',
  'trend.summary.allEqual',
  'trend.summary.and',
  'trend.summary.during',
  'trend.summary.since',
];

const LANGUAGES: [string, Messages][] = [
  ['Spanish', es],
  ['English', en],
];

describe('the words of every language', () => {
  it('are the same ones in each', () => {
    const paths = (messages: Messages): string[] =>
      leavesOf(messages)
        .map(([path]) => path)
        .sort();
    expect(paths(en)).to.deep.equal(paths(es));
    expect(paths(es).length).to.be.above(150);
  });

  for (const [language, messages] of LANGUAGES) {
    it(`[A11Y-02] in ${language} leave no hole: nothing undefined, no double space, no space at an end`, () => {
      for (const leaf of leavesOf(messages)) {
        const text = written(leaf);
        expect(text, leaf[0]).not.to.equal('');
        expect(text, leaf[0]).not.to.match(/undefined|NaN|null|\[object|function|=>/);
        expect(text, leaf[0]).not.to.match(/ {2}|^\s|\s$|\s[.,;:]|\(\)|\.\.(?!\.)/);
      }
    });

    it(`in ${language} say all that they were made with`, () => {
      for (const [path, leaf] of leavesOf(messages)) {
        if (typeof leaf === 'string' || CHOOSING.includes(path)) continue;
        const given =
          path in ARGUMENTS
            ? argumentsOf(path).flatMap((each) =>
                typeof each === 'object' ? Object.values(each as Record<string, unknown>) : [each],
              )
            : PLACES.slice(0, leaf.length);
        const text = written([path, leaf]);
        for (const each of given) expect(text, path).to.contain(String(each));
      }
    });

    it(`in ${language} the sentences for readers and owners start with a capital and end with a full stop`, () => {
      const sentences = leavesOf({
        error: messages.error,
        owner: { error: messages.owner.error, notice: messages.owner.notice },
      });
      for (const leaf of sentences) {
        expect(written(leaf), leaf[0]).to.match(/^[¿¡«“]?\p{Lu}.*\.$/su);
      }
    });
  }

  it('[A11Y-02] differ from Spanish in English, but for names of formats and what is only put together', () => {
    const spanish = new Map(leavesOf(es));
    const same = leavesOf(en).filter(([path, leaf]) => {
      const other = spanish.get(path);
      return other !== undefined && written([path, leaf]) === written([path, other]);
    });
    expect(same.map(([path]) => path).sort()).to.deep.equal(SAME);
  });

  it('tell one month late and one series from several', () => {
    expect(es.remarks.late(1)).to.equal('Dato con 1 mes de retraso.');
    expect(es.remarks.late(2)).to.equal('Dato con 2 meses de retraso.');
    expect(en.remarks.late(1)).to.equal('These data are 1 month late.');
    expect(en.remarks.late(2)).to.equal('These data are 2 months late.');
  });

  it('tell all rows from some of them', () => {
    expect(es.table.rows('25', '25')).to.equal('25 filas');
    expect(es.table.rows('3', '25')).to.equal('3 de 25 filas');
    expect(en.table.rows('3', '25')).to.equal('3 of 25 rows');
  });

  it('tell a change with its percentage only where there is one', () => {
    const change = { difference: '0.4', percent: undefined, base: '2023' };
    expect(es.figure.rose(change)).to.equal('subió 0.4 respecto de 2023');
    expect(es.figure.fell({ ...change, percent: '12.3%' })).to.equal('bajó 0.4 (12.3%) respecto de 2023');
    expect(en.figure.fell(change)).to.equal('down 0.4 from 2023');
  });

  it('[A11Y-02] write a period into a sentence as its length asks', () => {
    const { during, since } = es.trend.summary;
    expect(during('2024', 'year')).to.equal('en 2024');
    expect(during('set. 2024', 'month')).to.equal('en set. 2024');
    expect(during('I sem. 2024', 'half')).to.equal('en el I sem. 2024');
    expect(during('III trim. 2024', 'quarter')).to.equal('en el III trim. 2024');
    expect(during('5 dic. 2024', 'day')).to.equal('el 5 dic. 2024');
    expect(since('2024', 'year')).to.equal('Desde 2024');
    expect(since('5 dic. 2024', 'day')).to.equal('Desde el 5 dic. 2024');
    expect(en.trend.summary.during('Dec 5, 2024', 'day')).to.equal('on Dec 5, 2024');
    expect(en.trend.summary.during('Q3 2024', 'quarter')).to.equal('in Q3 2024');
    expect(en.trend.summary.since('2024', 'year')).to.equal('Since 2024');
  });

  it('never blame the reader, nor shout: no exclamation mark, no word in capitals but names', () => {
    for (const [, messages] of LANGUAGES) {
      for (const leaf of leavesOf({ figure: messages.figure, error: messages.error })) {
        expect(
          written(
            leaf,
            PLACES.map(() => 'x'),
          ),
          leaf[0],
        ).not.to.match(/[!¡]/);
      }
    }
  });

  it('tell one case and one row in the singular', () => {
    expect(es.remarks.events('1')).to.equal('1 caso');
    expect(en.remarks.events('1')).to.equal('1 case');
    expect(es.table.rows('1', '1')).to.equal('1 fila');
    expect(en.table.rows('1', '1')).to.equal('1 row');
    expect(es.figure.percentagePoints('1')).to.equal('1 punto porcentual');
    expect(en.figure.percentagePoints('1')).to.equal('1 percentage point');
  });
});
