import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { parseQuestion } from '../../src/engine/parse-question.js';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { source } from '../../src/sources/pxweb.js';
import type { About, Plan } from '../../src/sources/source.js';
import { TableBuilder } from '../../src/table/builder.js';
import { pxweb2 } from '../servers/pxweb.js';
import { failureOf } from '../support/failure.js';
import { never, question } from '../support/question.js';
import { readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const TABLE = 'https://statistik.example/api/v2/tables/TAB6471';
const V1 = 'https://px.example/api/v1/es/db/delitos.px';

async function about(text: string, url: string): Promise<About> {
  return (await source.about?.parse({ url, text }, {})) ?? {};
}

async function planned(
  address: string,
  told: About | undefined,
  asked: Partial<Question> = {},
): Promise<Plan> {
  const query = await parseQuestion(question(address, asked));
  return source.plan(new URL(address), query, {}, true, told);
}

const plain = ({ url }: { url: string }): string => decodeURIComponent(url);

/** Metadata of PxWeb 1 with two variables. */
const METADATA1 = JSON.stringify({
  title: 'Denuncias por región y año',
  variables: [
    {
      code: 'region',
      text: 'región',
      values: ['01', '02', '03'],
      valueTexts: ['A', 'B', 'C'],
      elimination: true,
    },
    {
      code: 'tid',
      text: 'año',
      values: ['2020', '2021', '2022'],
      valueTexts: ['2020', '2021', '2022'],
      time: true,
    },
  ],
});

describe('PxWeb 1', () => {
  it('is asked for the codes whose names the question has', async () => {
    const told = await about(METADATA1, V1);
    const { body } = await planned(V1, told, { where: "region in ('B', '03')" });
    expect(body).to.contain('"values":["02","03"]');
  });

  it('is asked for its metadata, then for how much it gives, then by POST for what is wanted', async () => {
    const told = await about(METADATA1, V1);
    expect(source.about?.plan(new URL(`${V1}?x=1`), {}, EMPTY_QUERY)).to.deep.equal({ url: V1 });
    expect(told.next).to.deep.equal({ url: 'https://px.example/api/v1/es/?config' });
    const { url, body = '' } = await planned(V1, told, {
      where: "region in ('01', '03')",
      time: 'tid',
      range: '2021..2022',
    });
    expect([url, JSON.parse(body)]).to.deep.equal([
      V1,
      {
        query: [
          { code: 'region', selection: { filter: 'item', values: ['01', '03'] } },
          { code: 'tid', selection: { filter: 'item', values: ['2021', '2022'] } },
        ],
        response: { format: 'json-stat2' },
      },
    ]);
    const whole = JSON.parse((await planned(V1, told)).body ?? '') as { query: { selection: object }[] };
    expect(whole.query[0]?.selection).to.deep.equal({ filter: 'all', values: ['*'] });
  });

  it('says in more than one way how much it gives at once', async () => {
    const root = 'https://px.example/api/v1/es/?config';
    expect((await about('{"maxValues":3800,"maxCells":100000}', root)).facts).to.deep.equal({
      most: 100_000,
    });
    expect((await about('{"maxValues":3800}', root)).facts).to.deep.equal({ most: 3800 });
    expect((await about('{"maxDataCells":0}', root)).facts).to.equal(undefined);
  });

  it('has folders, of which the page names an entry', async () => {
    const folder = '[{"id":"a.px","type":"t","text":"Homicidios"},{"id":"BE","type":"l","text":"Población"}]';
    const choose = async (resource?: string) =>
      (
        await readText(
          source,
          folder,
          'https://px.example/api/v1/es/db/',
          resource === undefined ? {} : { resource },
        )
      ).part;
    expect((await choose('Homicidios')).elsewhere?.url).to.equal('https://px.example/api/v1/es/db/a.px');
    expect((await choose('BE')).elsewhere?.protocol).to.equal('pxweb');
    expect((await failureOf(choose(), 'no-resource')).details.expected).to.deep.equal(['a.px', 'BE']);
  });

  it('that answers metadata where data were asked is no data; met by chance, it is asked', async () => {
    const told = await about(METADATA1, V1);
    const parsed = async (known?: About) =>
      source.parse({ url: V1, text: METADATA1 }, new TableBuilder(), {}, known);
    await failureOf(parsed(told), 'not-data');
    expect((await parsed()).elsewhere).to.deep.equal({ url: V1, protocol: 'pxweb' });
  });
});

describe('PxWebApi 2', () => {
  it('is asked for metadata whatever the address is of the table', () => {
    for (const end of ['', '/', '/data', '/metadata', '/data?outputFormat=csv&valueCodes[Tid]=1']) {
      expect(source.about?.plan(new URL(TABLE + end), {}, EMPTY_QUERY)).to.deep.equal({
        url: `${TABLE}/metadata`,
      });
    }
    const { url } = source.about?.plan(new URL(`${TABLE}?lang=en`), {}, EMPTY_QUERY) ?? {};
    expect(url).to.equal(`${TABLE}/metadata?lang=en`);
  });

  it('keeps a selection that the page has written, as TOP, and what must be chosen besides', async () => {
    const variables = [
      { code: 'Region', codes: ['01'], labels: ['A'], isTime: false, canBeLeftOut: true },
      { code: 'Kon', codes: ['1'], labels: ['M'], isTime: false, canBeLeftOut: false },
      { code: 'Tid', codes: ['2024'], labels: ['2024'], isTime: true, canBeLeftOut: false },
    ];
    const told = { facts: { variables: JSON.stringify(variables) } };
    const written = `${TABLE}/data?valueCodes[Tid]=TOP(12)`;
    expect(plain(await planned(written, told, { where: "Kon = '1'" }))).to.equal(
      `${written}&outputFormat=json-stat2&valueCodes[Kon]=*`,
    );
  });

  it('that cannot be asked what it has gives its own choice, and that is a part', async () => {
    const plan = await planned(TABLE, undefined);
    expect(plan).to.deep.equal({ url: `${TABLE}/data?outputFormat=json-stat2`, pushedDown: false });
    const dataset =
      '{"class":"dataset","id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}},"value":[1]}';
    expect((await readText(source, dataset, plan.url)).part.isPart).to.equal(true);
    expect((await readText(source, dataset, `${plan.url}&valueCodes[a]=*`)).part.isPart).to.equal(undefined);
  });

  it('lists tables, of which the page names one', async () => {
    const list = JSON.stringify({ tables: [{ id: 'TAB1', label: 'Homicidios' }] });
    const { part } = await readText(source, list, 'https://px.example/api/v2/tables?query=x', {
      resource: 'TAB1',
    });
    expect(part.elsewhere?.url).to.equal('https://px.example/api/v2/tables/TAB1?query=x');
  });

  it('[REL-02] tells its problems', async () => {
    const problem = readText(source, '{"type":"x","title":"Not found","status":404}', TABLE);
    expect((await failureOf(problem, 'server-error')).details.serverMessage).to.equal('Not found');
  });
});

describeWith(`${REAL}pxweb`, 'the population of Sweden by month', () => {
  const file = (name: string): string => readFileSync(`${REAL}pxweb/${name}`, 'utf8');

  it('is more than is given at once: it comes in sixteen parts by time, and all of it', async () => {
    const told = await about(file('v2-scb-TAB6471_metadata.json'), `${TABLE}/metadata`);
    const config = await about(file('v2-scb-config.json'), 'https://statistik.example/api/v2/config');
    expect(told.next).to.deep.equal({ url: 'https://statistik.example/api/v2/config' });
    expect(config).to.deep.equal({
      facts: { most: 150_000 },
      metadata: { license: 'https://creativecommons.org/share-your-work/public-domain/cc0/' },
    });
    const known = { facts: { ...told.facts, ...config.facts } };
    const { url, more = [] } = await planned(TABLE, known);
    const times = [{ url }, ...more].map((ask) => new URL(ask.url).searchParams.get('valueCodes[Tid]') ?? '');
    expect(times).to.have.length(16);
    expect(times[0]).to.equal('2025M01');
    expect(new Set(times).size).to.equal(16);
    expect(312 * 134 * 3).to.be.below(150_000);
    const little = await planned(TABLE, known, {
      where: "Region = '0180' and Kon = '1' and Tid >= '2026-01'",
    });
    expect(little.more).to.equal(undefined);
    expect(plain(little)).to.contain('valueCodes[Region]=0180&valueCodes[Alder]=*&valueCodes[Kon]=1');
    expect(plain(little)).to.contain('valueCodes[Tid]=2026M01,2026M02,2026M03,2026M04');
  });

  it('is refused where a portal gives so little that it would be asked a hundred times', async () => {
    const told = await about(file('v2-scb-TAB6471_metadata.json'), `${TABLE}/metadata`);
    await failureOf(planned(TABLE, told), 'too-big');
  });

  it('has four notes, all of which must be shown, and one on ages', async () => {
    const text = file('v2-scb-TAB6471_metadata.json').replace(
      /"size": \[[^\]]*\]/,
      '"size": [312,134,3,1,16]',
    );
    const { part } = await readText(
      source,
      text.replace(/\}\s*$/, ',"value":[]}'),
      `${TABLE}/data?valueCodes[a]=1`,
    );
    expect(part.metadata?.notes).to.have.length(5);
    expect(part.metadata?.notes?.[0]).to.contain('inte alltid de redovisade totalerna lika med summan');
    expect(part.metadata?.publisher).to.equal('SCB');
  });
});

describe('a table of PxWebApi 2, read by the page,', () => {
  const { fetch } = globalThis;
  afterEach(() => void (globalThis.fetch = fetch));

  it('has its parts, its labels and its licence together', async () => {
    const cells = ['x|01|2020', 'x|01|2021', 'x|02|2020', 'x|02|2021'];
    const cube = {
      dimensions: [
        { id: 'iccs', codes: ['x'] },
        { id: 'geo', codes: ['01', '02'] },
        { id: 'time', codes: ['2020', '2021'] },
      ],
      cells: new Map(cells.map((key, value) => [key, { value, status: value === 0 ? 'p' : 'e' }])),
    };
    const answer = pxweb2(cube, { most: 1 });
    globalThis.fetch = (input) => {
      const { body, status = 200 } = answer(new URL(input as string));
      return Promise.resolve(Object.defineProperty(new Response(body, { status }), 'url', { value: input }));
    };
    const asked = question('https://px.example/parts/api/v2/tables/T', { protocol: 'pxweb' });
    const { table, provenance } = await pageEngine.ask(asked, { signal: never });
    expect(texts(table, 'value').sort()).to.deep.equal(['0', '1', '2', '3']);
    const geo = table.columns.find(({ name }) => name === 'geo');
    expect(geo?.kind === 'text' && geo.wordLabels).to.have.members(['<01>', '<02>']);
    expect(provenance.metadata.license).to.equal('CC0');
    expect(provenance.partial).to.equal(undefined);
  });
});
