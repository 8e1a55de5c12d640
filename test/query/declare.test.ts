import { expect } from 'chai';
import { parseDeclared } from '../../src/query/parse-declared.js';
import { toSeries } from '../../src/query/series.js';
import { STATUS, statusNames } from '../../src/table/status.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import type { Question } from '../../src/engine/engine.js';
import { ask } from '../support/answer.js';
import { cardOf } from '../support/make-card.js';
import { columnNamed } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const SAID = { labels: '', breaks: '', provisionalFrom: '', completeThrough: '', range: '' };

const years = (...cells: [string, string][]): Promise<Table> => fromRows(['anio', 'n'], cells);
const FIVE: [string, string][] = [
  ['2020', '1'],
  ['2021', '2'],
  ['2022', ''],
  ['2023', '4'],
  ['2024', '5'],
];

/** Each period with its statuses in words. */
async function marked(table: Table, asked: Partial<Question>): Promise<Record<string, string>> {
  const answer = await ask(table, { time: 'anio', value: 'n', ...asked });
  const { statuses } = columnNamed(answer, 'n', 'number');
  return Object.fromEntries(
    toRows(answer).map(([text = ''], row) => [text, statusNames(statuses[row] ?? 0).join(' ')]),
  );
}

describe('what the page declares', () => {
  it('marks the first period at or after a break', async () => {
    expect(await marked(await years(...FIVE), { breaks: '2023' })).to.deep.equal({
      2020: '',
      2021: '',
      2022: 'missing',
      2023: 'break',
      2024: '',
    });
    const gap = await years(['2020', '1'], ['2023', '4']);
    expect(await marked(gap, { breaks: '2021' })).to.deep.equal({ 2020: '', 2023: 'break' });
  });

  it('marks several breaks, and one that falls on a value that is not there', async () => {
    const found = await marked(await years(...FIVE), { breaks: '2021, 2022' });
    expect(found).to.deep.include({ 2021: 'break', 2022: 'missing break', 2023: '' });
  });

  it('says nothing of a break after the data or before them: nothing in them changed', async () => {
    for (const breaks of ['2030', '1990', '2019-12-31']) {
      const found = await marked(await years(...FIVE), { breaks });
      expect(Object.values(found).join(''), breaks).to.equal('missing');
    }
    expect(await marked(await years(...FIVE), { breaks: '2020' })).to.deep.include({ 2020: 'break' });
  });

  it('[STAT-05] marks a period that a break falls within, and the next: neither is all of one way', async () => {
    const found = await marked(await years(...FIVE), { breaks: '2023-07' });
    expect(found).to.deep.include({ 2022: 'missing', 2023: 'break', 2024: 'break' });
    expect(await marked(await years(...FIVE), { breaks: '2024-07' })).to.deep.include({
      2023: '',
      2024: 'break',
    });
    expect(await marked(await years(...FIVE), { breaks: '2023-01' })).to.deep.include({
      2023: 'break',
      2024: '',
    });
  });

  it('marks as provisional all that ends after the first day of a period, and nothing that is not there', async () => {
    expect(await marked(await years(...FIVE), { provisionalFrom: '2022' })).to.deep.equal({
      2020: '',
      2021: '',
      2022: 'missing',
      2023: 'provisional',
      2024: 'provisional',
    });
    expect(await marked(await years(...FIVE), { provisionalFrom: '2023-07' })).to.deep.include({
      2021: '',
      2023: 'provisional',
    });
  });

  it('marks as incomplete what ends after the data are complete', async () => {
    expect(await marked(await years(...FIVE), { completeThrough: '2024-07' })).to.deep.include({
      2023: '',
      2024: 'incomplete',
    });
    expect(await marked(await years(...FIVE), { completeThrough: '2024' })).to.deep.include({
      2023: '',
      2024: '',
    });
  });

  it('adds to what the source says, and takes nothing away', async () => {
    const table = await years(['2023', '4 p/'], ['2024', '5 e']);
    const found = await marked(table, { breaks: '2024', provisionalFrom: '2024', completeThrough: '2023' });
    expect(found).to.deep.equal({ 2023: 'provisional', 2024: 'provisional estimated break incomplete' });
  });

  it('keeps only the periods that lie whole within a range', async () => {
    const kept = async (table: Table, range: string): Promise<string[]> =>
      Object.keys(await marked(table, { range }));
    const table = await years(...FIVE);
    expect(await kept(table, '2021..2023')).to.deep.equal(['2021', '2022', '2023']);
    expect(await kept(table, '2022')).to.deep.equal(['2022']);
    expect(await kept(table, '2021-07..2023')).to.deep.equal(['2022', '2023']);
    const months = await fromRows(
      ['anio', 'n'],
      [
        ['2023-12', 1],
        ['2024-01', 2],
        ['2024-12', 3],
      ],
    );
    expect(await kept(months, '2024')).to.deep.equal(['2024-01', '2024-12']);
  });

  it('marks breaks before it cuts to the range, so that a break just before it is none of its first period', async () => {
    const found = await marked(await years(...FIVE), { breaks: '2021', range: '2023..2024' });
    expect(found).to.deep.equal({ 2023: '', 2024: '' });
  });

  it('names columns for readers, and leaves alone names that no column has', async () => {
    const answer = await ask(await years(...FIVE), {
      time: 'anio',
      value: 'n',
      labels: 'n: Denuncias; otra: No está; ANIO: Año',
    });
    expect(answer.columns.map(({ label }) => label)).to.deep.equal(['Año', 'Denuncias']);
  });

  it('marks every column of numbers where the question names none', async () => {
    const answer = await ask(await years(...FIVE), { time: 'anio', provisionalFrom: '2024' });
    expect(statusNames(columnNamed(answer, 'n', 'number').statuses[4] ?? 0)).to.deep.equal(['provisional']);
  });
});

describe('a break at which a series has no row', () => {
  const rows = [
    ['2022', 'Robo', '40'],
    ['2022', 'Hurto', '7'],
    ['2023', 'Hurto', '8'],
    ['2024', 'Robo', '80'],
    ['2024', 'Hurto', '9'],
    ['2024', 'Estafa', '1'],
  ];
  const asked = { value: 'n', time: 'anio', breaks: '2023' };
  const table = (): Promise<Table> => fromRows(['anio', 'mod', 'n'], rows);

  it('[STAT-05] is not lost where a filter took the rows of its period away', async () => {
    const answer = await ask(await table(), { ...asked, where: "mod = 'Robo'" });
    const { statuses } = columnNamed(answer, 'n', 'number');
    expect([...statuses].map((bits) => statusNames(bits).join())).to.deep.equal(['', 'break']);
    const card = cardOf(answer, {}, { compare: '2022' });
    expect(card.change).to.equal('no se compara con 2022: cambió la forma de medir');
    expect(card.range).to.equal('');
  });

  it('[STAT-05] is marked in each series, and in none that begins after it', async () => {
    const answer = await ask(await table(), { ...asked, by: 'mod' });
    const broken = toRows(answer).filter(
      (_, row) => (columnNamed(answer, 'n', 'number').statuses[row] ?? 0) & STATUS.break,
    );
    expect(broken.map(([period, mod]) => `${period ?? ''} ${mod ?? ''}`)).to.deep.equal([
      '2023 Hurto',
      '2024 Robo',
    ]);
  });

  it('stands in the series of a chart where it was, not at the next row', async () => {
    const breaksOf = async (more: Partial<Question>): Promise<string[]> =>
      toSeries(await ask(await table(), { ...asked, ...more })).map(({ name, observations }) => {
        const found = observations.filter(({ status }) => status & STATUS.break);
        return `${name}: ${found.map(({ period }) => period.text).join()}`;
      });
    expect(await breaksOf({ by: 'mod' })).to.deep.equal(['Robo: 2023', 'Hurto: 2023', 'Estafa: ']);
    expect(await breaksOf({ where: "mod = 'Robo'" })).to.deep.equal([': 2023']);
  });

  it('is found among periods of each length for itself', async () => {
    const mixed = await years(
      ['2022', '9'],
      ['2023', '9'],
      ['2023-Q4', '2'],
      ['2024-Q1', '3'],
      ['2024-Q3', '3'],
    );
    expect(await marked(mixed, { breaks: '2024-Q2' })).to.deep.equal({
      '2022': '',
      '2023': '',
      '2023-Q4': '',
      '2024-Q1': '',
      '2024-Q3': 'break',
    });
    expect(await marked(mixed, { breaks: '2023' })).to.deep.include({ '2023': 'break', '2023-Q4': '' });
  });
});

describe('what the page declares of a rate', () => {
  it('holds for the count beside it as well', async () => {
    const table = await fromRows(['anio', 'n', 'p'], [['2024', '50', '1000']]);
    const asked = { value: 'sum(n)', time: 'anio', per: '1000 of sum(p)', provisionalFrom: '2024' };
    const answer = await ask(table, asked);
    for (const name of ['n', 'n (n)']) {
      expect(statusNames(columnNamed(answer, name, 'number').statuses[0] ?? 0)).to.deep.equal([
        'provisional',
      ]);
    }
  });
});

describe('declarations, written wrongly', () => {
  for (const [key, attribute, text] of [
    ['breaks', 'breaks', '2023, quizás'],
    ['provisionalFrom', 'provisional-from', 'ayer'],
    ['completeThrough', 'complete-through', '07/2026'],
    ['range', 'period', '2018 a 2024'],
    ['breaks', 'breaks', '2023,,2024'],
    ['provisionalFrom', 'provisional-from', '2023, 2024'],
    ['completeThrough', 'complete-through', '2023, 2024'],
    ['labels', 'labels', 'Denuncias'],
    ['labels', 'labels', ': Denuncias'],
    ['labels', 'labels', 'n:'],
  ] as const) {
    it(`${attribute}="${text}" is refused, with how it is written`, async () => {
      const { code, details } = await thrownBy(() => parseDeclared({ ...SAID, [key]: text }));
      expect([code, details.attribute, details.value]).to.deep.equal(['bad-attribute', attribute, text]);
      expect(details.expected).not.to.deep.equal([]);
    });
  }

  it('a label may hold a comma, and a name a colon', () => {
    expect(parseDeclared({ ...SAID, labels: 'dc:n: Denuncias, todas;' }).labels).to.deep.equal([
      ['dc:n', 'Denuncias, todas'],
    ]);
  });

  for (const range of ['2018..', '..2024', '2018..2020..2024', '2024..2018']) {
    it(`period="${range}" is not taken for something else`, async () => {
      expect((await thrownBy(() => parseDeclared({ ...SAID, range }))).details.attribute).to.equal('period');
    });
  }
});
