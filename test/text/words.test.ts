import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { en } from '../../src/text/en.js';
import { trend } from '../../src/text/es/trend.js';
import { findLanguage } from '../../src/text/languages.js';
import { listText } from '../../src/text/list.js';
import { sizeText } from '../../src/text/size.js';
import { makeWords, type Words } from '../../src/text/words.js';
import { period } from '../support/make-table.js';
import { describeWith, HOSTILE } from '../support/real-files.js';

const es = makeWords();
const english = makeWords(en.figure);
const quechua = makeWords(undefined, findLanguage('qu')?.locales);
const aymara = makeWords(undefined, findLanguage('ay')?.locales);

const written = (words: Words, ...texts: string[]): string[] =>
  texts.map((text) => words.period(period(text)));

describe('numbers in Spanish of Peru', () => {
  it('[A11Y-02] have a comma for thousands and a point for decimals, unlike Spanish of Spain', () => {
    expect(es.number(1234.5, 1)).to.equal('1,234.5');
    expect(es.number(34_350_244)).to.equal('34,350,244');
    expect(es.percent(12.34)).to.equal('12.3%');
    expect(es.percent(1234.5)).to.equal('1,234.5%');
    expect([0.049, 0.05, 0].map(es.percent)).to.deep.equal(['menos de 0.1%', '0.1%', '0.0%']);
    expect(es.number(-0.4, 1)).to.match(/^[-−]0\.4$/);
  });

  it('have exactly as many decimals as are asked for, and no minus before zero', () => {
    expect(es.number(6, 2)).to.equal('6.00');
    expect(es.number(6.25)).to.equal('6');
    expect(es.number(-0.04, 1)).to.equal('0.0');
    expect(es.number(-0)).to.equal('0');
  });
});

describe('periods and dates in Spanish of Peru', () => {
  it('[A11Y-02] are written as Peru does: setiembre without its p', () => {
    expect(written(es, '2024', '2024-09', '2024-12', '2024-12-05')).to.deep.equal([
      '2024',
      'set. 2024',
      'dic. 2024',
      '5 dic. 2024',
    ]);
  });

  it('write quarters and halves in Roman figures', () => {
    expect(written(es, '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024-S1', '2024-S2')).to.deep.equal([
      'I trim. 2024',
      'II trim. 2024',
      'III trim. 2024',
      'IV trim. 2024',
      'I sem. 2024',
      'II sem. 2024',
    ]);
  });

  it('span from one to another, and are named once where they are one', () => {
    expect(es.span(period('2011'), period('2025'))).to.equal('2011–2025');
    expect(es.span(period('2024-09'), period('2025-01'))).to.equal('set. 2024 – ene. 2025');
    expect(es.span(period('2024'), period('2024'))).to.equal('2024');
  });

  it('of an attribute or a portal are written out where they are one, and stay as they are where not', () => {
    expect(es.date('2024-12-05')).to.equal('5 dic. 2024');
    expect(es.date('2024-12')).to.equal('dic. 2024');
    expect(es.date('2024-12-05T23:59:59.123Z')).to.equal('5 dic. 2024');
    expect(es.date('diciembre pasado')).to.equal('diciembre pasado');
    expect(es.date('2024-02-30')).to.equal('2024-02-30');
  });

  it('[A11Y-02] with a time of day have «a. m.»', () => {
    const text = es.dateTime(new Date(2024, 11, 5, 10, 30).getTime()).replace(/\s/gu, ' ');
    expect(text).to.match(/^5 dic\. 2024,? 10:30 a\. m\.$/);
  });
});

describe('other languages', () => {
  for (const [name, words] of [
    ['Quechua', quechua],
    ['Aymara', aymara],
  ] as const) {
    it(`[A11Y-02] ${name} has the numbers of Peru, whatever the browser knows, and never those of its own language`, () => {
      expect(words.number(1234.5, 1)).to.equal('1,234.5');
      expect(words.percent(12.3)).to.equal('12.3%');
      const [month = '', day = ''] = written(words, '2024-12', '2024-12-05').map((text) =>
        text.toLowerCase(),
      );
      expect(month).to.match(/^dic\.? 2024$/);
      expect(day).to.match(/^5 dic\.? 2024$/);
    });
  }

  it('[A11Y-02] Quechua and Aymara fall back to Spanish of Peru', () => {
    expect(findLanguage('qu')?.locales).to.deep.equal(['qu-PE', 'es-PE']);
    expect(findLanguage('ay')?.locales?.at(-1)).to.equal('es-PE');
  });

  it('[A11Y-02] tell the language of their words, which are Spanish as long as nobody has written others', () => {
    expect(quechua.lang).to.equal('es-PE');
    expect(aymara.lang).to.equal('es-PE');
  });

  it('[A11Y-02] English has its own months, quarters and signs', () => {
    expect(english.lang).to.equal('en');
    expect(english.number(1234.5, 1)).to.equal('1,234.5');
    expect(english.percent(12.34)).to.equal('12.3%');
    expect(english.percent(0.01)).to.equal('less than 0.1%');
    expect(written(english, '2024-09', '2024-12-05', '2024-Q3', '2024-S1')).to.deep.equal([
      'Sep 2024',
      'Dec 5, 2024',
      'Q3 2024',
      'H1 2024',
    ]);
  });

  it('are found by any tag of theirs; others are not', () => {
    expect(findLanguage('en-GB')?.load).to.be.a('function');
    expect(findLanguage('ES-pe')?.load).to.equal(undefined);
    expect(findLanguage('es')).not.to.equal(undefined);
    for (const tag of ['pt', 'fr-FR', '', 'constructor', '__proto__'])
      expect(findLanguage(tag), tag).to.equal(undefined);
  });
});

describe('lists and sizes', () => {
  const { and } = trend.summary;

  it('join their last two by a word', () => {
    expect(listText([], and)).to.equal('');
    expect(listText(['2014'], and)).to.equal('2014');
    expect(listText(['2014', '2018'], and)).to.equal('2014 y 2018');
    expect(listText(['2014', '2018', '2022'], and)).to.equal('2014, 2018 y 2022');
    expect(listText(['a', 'b', 'Ica'], en.trend.summary.and)).to.equal('a, b and Ica');
  });

  it('[A11Y-02] have «e» before the sound of an i, and only there', () => {
    for (const last of ['Ica', 'Iquitos', 'Íllimo', 'hijos', 'Hidalgo']) {
      expect(listText(['Lima', last], and)).to.equal(`Lima e ${last}`);
    }
    for (const last of ['Tumbes', 'Yauyos', 'hierro', 'I trim. 2024', 'II sem. 2024', 'IV trim. 2024', '']) {
      expect(listText(['Lima', last], and)).to.equal(`Lima y ${last}`);
    }
  });

  it('are told in kilobytes, and in megabytes from a million bytes on, never as nothing', () => {
    expect(sizeText(es, 12_400)).to.equal('12 kB');
    expect(sizeText(es, 10)).to.equal('1 kB');
    expect(sizeText(es, 1_250_000)).to.equal('1.3 MB');
    expect(sizeText(es, 25_000_000)).to.equal('25.0 MB');
  });
});

interface Gregorian {
  readonly main: Record<
    string,
    { dates: { calendars: { gregorian: { months: { format: { abbreviated: Record<string, string> } } } } } }
  >;
}

describeWith(`${HOSTILE}cldr/es-PE`, 'months as CLDR has them', () => {
  it('[A11Y-02] are the abbreviations of es-PE, all twelve', () => {
    const file = JSON.parse(readFileSync(`${HOSTILE}cldr/es-PE/ca-gregorian.json`, 'utf8')) as Gregorian;
    const months = file.main['es-PE']?.dates.calendars.gregorian.months.format.abbreviated ?? {};
    expect(Object.keys(months)).to.have.length(12);
    for (const [number, name] of Object.entries(months)) {
      const text = `2024-${number.padStart(2, '0')}`;
      expect(es.period(period(text))).to.equal(`${name} 2024`);
    }
  });
});
