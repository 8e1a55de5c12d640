import '../support/as-module.js';
import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { parseQuestion } from '../../src/engine/parse-question.js';
import { source } from '../../src/sources/json-stat.js';
import { failureOf } from '../support/failure.js';
import { category, dataset, readDataset } from '../support/json-stat-dataset.js';
import { never, question } from '../support/question.js';
import { names, readText, texts } from '../support/read-text.js';

async function planned(asked: Partial<Question>, address: string, pushDown = true): Promise<string> {
  const query = await parseQuestion(question(address, asked));
  return source.plan(new URL(address), query, {}, pushDown).url;
}

const CRIME = 'https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/crim_off_cat';

describe('what JSON-stat says beside its values', () => {
  it('is whose they are and from when', async () => {
    const { part } = await readDataset({
      source: 'ESTAT',
      updated: '2024-04-25T23:00:00+0200',
      href: 'https://x.example/',
    });
    expect(part.metadata).to.deep.equal({
      title: 'Homicidios',
      publisher: 'Eurostat',
      updated: '2024-04-25',
      href: 'https://x.example/',
    });
  });

  it('is shown where it must be, else told to who asks', async () => {
    const geo = {
      label: 'Lugar',
      note: ['Primero', 'Segundo'],
      category: { index: ['01', '02'], label: { '01': 'Lima' }, note: { '01': ['De Lima'] } },
      extension: { noteMandatory: { 1: true }, categoryNoteMandatory: { '01': { 0: true } } },
    };
    const { part } = await readDataset({
      note: ['Hay ruido:\r\n los totales no suman', 'Nota menor'],
      extension: { noteMandatory: { 0: true } },
      dimension: { geo, time: category('2023', '2024') },
    });
    expect(part.metadata?.notes).to.deep.equal([
      'Hay ruido: los totales no suman',
      'Lugar: Segundo',
      'Lima: De Lima',
    ]);
    expect(part.metadata?.description).to.contain('Nota menor').and.to.contain('Lugar: Primero');
    expect((await readDataset({ note: 'Única' })).part.metadata?.notes).to.deep.equal(['Única']);
  });
});

describe('documents of JSON-stat', () => {
  const first = `{"dataset":{"dimension":{"id":["a"],"size":[1],"role":{},"a":{"category":{"label":{"x":"X"}}}},"value":[7]}}`;

  it('of the first version have everything within', async () => {
    const { table } = await readText(source, first);
    expect(texts(table, 'value')).to.deep.equal(['7']);
  });

  it('with several datasets give the one that is named, else the first', async () => {
    const inner = JSON.parse(dataset()) as object;
    const bundle = JSON.stringify({
      uno: { ...inner, label: 'Uno' },
      dos: { ...inner, value: [9, 9, 9, 9] },
    });
    const value = async (resource?: string) =>
      texts(
        (await readText(source, bundle, undefined, resource === undefined ? {} : { resource })).table,
        'value',
      )[0];
    expect([await value(), await value('dos'), await value('Uno')]).to.deep.equal(['1', '9', '1']);
    expect((await failureOf(value('tres'), 'no-resource')).details.expected).to.deep.equal(['uno', 'dos']);
  });

  it('that are collections may hold their datasets, or say where they are from here', async () => {
    const inner = JSON.parse(dataset()) as object;
    const collection = (...item: object[]) => JSON.stringify({ class: 'collection', link: { item } });
    expect((await readText(source, collection({ ...inner, href: 'x' }))).table.length).to.equal(4);
    const linked = collection({ class: 'dataset', href: 'b/d.json', label: 'D' });
    const { part } = await readText(source, linked, 'https://x.example/a/c.json');
    expect(part.elsewhere?.url).to.equal('https://x.example/a/b/d.json');
    await failureOf(readText(source, collection()), 'no-resource');
    await failureOf(readText(source, collection({ href: 'http://[' })), 'bad-address');
  });

  it('that are a dimension, or nothing of the kind, are refused', async () => {
    const dimension = JSON.stringify({ class: 'dimension', category: { index: ['a'] } });
    expect((await failureOf(readText(source, dimension), 'not-data')).details.expected).to.include(
      'class: dataset',
    );
    for (const text of ['{}', '[]', '1', 'null', '{"class":"dataset"}']) {
      await failureOf(readText(source, text), 'not-data');
    }
    await failureOf(readText(source, '{'), 'malformed');
  });

  it('[REL-02] that say what went wrong although the server answered 200 are errors', async () => {
    const fault = (status: number, label: string) => JSON.stringify({ error: [{ status, id: 1, label }] });
    const refused = await failureOf(readText(source, fault(400, 'Semantic error')), 'server-error');
    expect(refused.details.serverMessage).to.equal('Semantic error');
    await failureOf(readText(source, fault(413, 'Zu groß')), 'too-big');
    const later = JSON.stringify({ warning: { status: 413, label: 'ASYNCHRONOUS_RESPONSE. Try later' } });
    await failureOf(readText(source, later), 'too-big');
    await failureOf(readText(source, '{"error":"no"}'), 'server-error');
  });

  it('without a value are empty tables, not errors', async () => {
    const { table } = await readDataset({ value: [] });
    expect([table.length, names(table)]).to.deep.equal([0, ['geo', 'time', 'value']]);
  });
});

describe('the address of Eurostat', () => {
  it('carries the codes in quotes, once each, and years around the periods', async () => {
    const asked = {
      where: "geo in ('ES', 'IT') and unit = 'NR' and iccs <> 'X'",
      time: 'time',
      range: '2018..2022-06',
    };
    expect(await planned(asked, CRIME)).to.equal(
      `${CRIME}?format=JSON&sinceTimePeriod=2018&untilTimePeriod=2023&geo=ES&geo=IT&unit=NR`,
    );
    expect(await planned(asked, CRIME, false)).to.equal(`${CRIME}?format=JSON`);
  });

  it('keeps what the page has written in it', async () => {
    const written = `${CRIME}?lang=FR&GEO=ES&lastTimePeriod=3`;
    const asked = { where: "geo = 'IT' and time >= 2020 and value = 'x' and otra = 'a b'" };
    expect(await planned(asked, written)).to.equal(`${written}&format=JSON`);
  });

  it('may be that of the page about the data', async () => {
    const page = 'https://ec.europa.eu/eurostat/databrowser/view/crim_off_cat/default/table?lang=en';
    expect(await planned({}, page)).to.equal(`${CRIME}?lang=en&format=JSON`);
  });

  it('of any other place is asked for as it is', async () => {
    const address = 'https://json-stat.org/samples/oecd.json?a=1';
    expect(await planned({ where: "area = 'AU'" }, address)).to.equal(address);
  });
});

describe('a refusal of Eurostat', () => {
  const { fetch } = globalThis;
  afterEach(() => void (globalThis.fetch = fetch));

  it('[REL-02] for too much is told in its own words, also in XML', async () => {
    const fault = `<S:Fault xmlns:S="http://schemas.xmlsoap.org/soap/envelope/">
      <faultcode>413</faultcode><faultstring>EXTRACTION_TOO_BIG: 420709314 rows</faultstring></S:Fault>`;
    globalThis.fetch = (input) =>
      Promise.resolve(Object.defineProperty(new Response(fault, { status: 413 }), 'url', { value: input }));
    const { details } = await failureOf(
      pageEngine.ask(question(`${CRIME}_413`, { protocol: 'json-stat' }), { signal: never }),
      'too-big',
    );
    expect(details).to.include({ status: 413, serverMessage: 'EXTRACTION_TOO_BIG: 420709314 rows' });
  });
});
