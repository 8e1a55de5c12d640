import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { DataError } from '../../src/errors.js';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { source } from '../../src/sources/police-uk.js';
import { findColumn } from '../../src/table/table.js';
import { failureOf } from '../support/failure.js';
import { names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const API = 'https://data.police.uk/api';
const read = (value: unknown) =>
  readText(
    source,
    typeof value === 'string' ? value : JSON.stringify(value),
    `${API}/crimes-street/all-crime`,
  );

const crime = (more: object = {}) => ({
  category: 'burglary',
  persistent_id: '',
  location: { latitude: '51.5', longitude: '-0.10', street: { id: 955, name: 'On or near X' } },
  month: '2024-01',
  outcome_status: null,
  id: 42,
  ...more,
});

describe('data.police.uk', () => {
  it('is asked as the page wrote it, and first for the names of the categories of that month', () => {
    const address = new URL(`${API}/crimes-street/all-crime?lat=51&lng=0&date=2024-01`);
    expect(source.plan(address, EMPTY_QUERY, {}, true)).to.deep.equal({
      url: address.href,
      pushedDown: false,
    });
    const about = (path: string) => source.about?.plan(new URL(API + path), {}, EMPTY_QUERY)?.url;
    expect(about('/crimes-street/all-crime?date=2024-01')).to.equal(`${API}/crime-categories?date=2024-01`);
    expect(about('/crimes-no-location?force=x')).to.equal(`${API}/crime-categories`);
    expect(about('/crimes-street-dates')).to.equal(undefined);
    expect(about('/forces')).to.equal(undefined);
  });

  it('names the categories', async () => {
    const text = JSON.stringify([{ url: 'burglary', name: 'Burglary' }, 5, {}]);
    const about = await source.about?.parse({ url: API, text }, {});
    expect([...(about?.columns?.[0]?.wordLabels ?? [])]).to.deep.equal([['burglary', 'Burglary']]);
  });

  it('gives crimes without parts within parts: months, places as numbers, identities as text', async () => {
    const { table } = await read([
      crime(),
      crime({ outcome_status: { category: 'Under investigation', date: '2024-02' }, location: null }),
    ]);
    expect(names(table)).to.have.members([
      ...['month', 'category', 'persistent_id', 'id', 'latitude', 'longitude', 'street_id', 'street'],
      ...['outcome', 'outcome_month'],
    ]);
    expect(findColumn(table, 'month')?.kind).to.equal('period');
    expect(findColumn(table, 'latitude')?.kind).to.equal('number');
    expect(texts(table, 'latitude')).to.deep.equal(['51.5', '']);
    expect(texts(table, 'outcome')).to.deep.equal(['', 'Under investigation']);
    expect(texts(table, 'outcome_month')).to.deep.equal(['', '2024-02']);
    expect(texts(table, 'id')).to.deep.equal(['42', '42']);
    expect(findColumn(table, 'id')?.kind).to.equal('text');
  });

  it('gives outcomes with the crime that they are of', async () => {
    const outcome = {
      category: { code: 'no-further', name: 'No further action' },
      date: '2024-03',
      person_id: null,
      crime: crime(),
    };
    const { table } = await read([outcome]);
    expect([texts(table, 'outcome'), texts(table, 'category'), texts(table, 'month')]).to.deep.equal([
      ['No further action'],
      ['burglary'],
      ['2024-01'],
    ]);
  });

  it('gives lists of other things, and single ones, as they are', async () => {
    expect(names((await read([{ id: 'avon', name: 'Avon' }])).table)).to.deep.equal(['id', 'name']);
    expect(texts((await read({ date: '2024-01-01' })).table, 'date')).to.deep.equal(['2024-01-01']);
    expect((await read([])).table.length).to.equal(0);
  });

  it('[REL-02] says what went wrong with a code', async () => {
    await failureOf(read({ error: 'no' }), 'server-error');
    await failureOf(read([5]), 'malformed');
    const explained = (status: number, path: string, serverMessage?: string) =>
      source.explain?.(
        new DataError('http', { status, ...(serverMessage && { serverMessage }) }),
        new URL(API + path),
      );
    expect(explained(404, '/crimes-street/all-crime?date=2030-01')).to.equal('nothing');
    expect(explained(404, '/forcse')).to.equal(undefined);
    const tooMany = explained(503, '/crimes-street/all-crime');
    expect(tooMany).to.be.instanceOf(DataError);
    expect(tooMany).to.deep.include({
      code: 'too-big',
      details: { status: 503, what: 'rows', limit: 10_000 },
    });
    expect(explained(503, '/crimes-street/all-crime', 'Maintenance')).to.equal(undefined);
  });

  it('[SEC-10] takes names that objects have for names', async () => {
    const { table } = await read(JSON.stringify([crime({ extra: 'x' })]).replace('"extra"', '"__proto__"'));
    expect(texts(table, '__proto__')).to.deep.equal(['x']);
  });
});

describeWith(`${REAL}police-uk`, 'the replies of data.police.uk', () => {
  const file = (name: string) => read(readFileSync(`${REAL}police-uk/${name}`, 'utf8'));

  it('hold two reports of anti-social behaviour, without identity and outcome', async () => {
    const { table } = await file('crimes-street-all.json');
    expect(texts(table, 'category')).to.deep.equal(['anti-social-behaviour', 'anti-social-behaviour']);
    expect(texts(table, 'month')).to.deep.equal(['2026-07', '2022-06']);
    expect(texts(table, 'longitude')).to.deep.equal(['-0.103138', '0.115119']);
    expect(texts(table, 'street')).to.deep.equal(['On or near Earlstoke Street', 'On or near Booth Close']);
    expect(texts(table, 'persistent_id')).to.deep.equal(['', '']);
  });

  it('hold two crimes at one place, with their outcome', async () => {
    const { table } = await file('crimes-at-location.json');
    expect(texts(table, 'outcome')).to.deep.equal([
      'Unable to prosecute suspect',
      'Unable to prosecute suspect',
    ]);
    expect(texts(table, 'outcome_month')).to.deep.equal(['2024-02', '2024-02']);
    expect(texts(table, 'latitude')).to.deep.equal(['52.629831', '52.629831']);
  });
});
