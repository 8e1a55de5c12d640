import '../support/as-module.js';
import { expect } from 'chai';
import { pageShapes } from '../../src/engine/page-shapes.js';
import type { MapQuestion } from '../../src/engine/shapes.js';
import type { MapDocument } from '../../src/table/shape.js';
import { failureOf } from '../support/failure.js';
import { startServer } from '../support/local-server.js';

const GRID = '[{"code":"EC-M","name":"Manabí","row":0,"column":0}]';

const wanted = (more: Partial<MapQuestion>): MapQuestion => ({
  attribute: 'geometry',
  address: '',
  base: 'http://localhost/pagina.html',
  key: '',
  object: '',
  codeSystem: '',
  maxBytes: '',
  timeout: '',
  firstByteTimeout: '',
  stallTimeout: '',
  ...more,
});

const ask = (question: MapQuestion, signal = new AbortController().signal): Promise<MapDocument> =>
  pageShapes.shapes(question, { signal });

describe('the shapes that a page asks for', () => {
  let url: string;
  let close: () => void;
  let hits: string[] = [];
  before(async () => {
    const server = await startServer((request, response) => {
      hits.push(request.url ?? '');
      if (request.url?.startsWith('/lost')) return void response.writeHead(404).end();
      if (request.url?.startsWith('/page')) return void response.end('<!doctype html><html></html>');
      response.end(GRID);
    });
    [url, close] = [server.url, () => void server.close()];
  });
  after(() => close());
  beforeEach(() => (hits = []));

  it('are asked for once, however many widgets want them', async () => {
    const question = wanted({ attribute: 'grid', address: `${url}/shared.json` });
    const [one, other] = await Promise.all([ask(question), ask(question)]);
    expect(one).to.equal(other);
    expect(one.places[0]?.code).to.equal('EC-M');
    expect(hits).to.deep.equal(['/shared.json']);
  });

  it('[SEC-07] come only from hosts that every list around the widget has, and nothing is asked of others', async () => {
    const { host } = new URL(url);
    const question = wanted({ attribute: 'grid', address: `${url}/listed.json` });
    const { details } = await failureOf(ask({ ...question, hosts: ['datos.example'] }), 'bad-host');
    expect([details.attribute, details.host]).to.deep.equal(['data-obs-hosts', host]);
    expect(hits).to.deep.equal([]);
    expect((await ask({ ...question, hosts: [host] })).places).to.have.length(1);
  });

  it('[REL-16] are still given to those who stay when one of them leaves', async () => {
    const question = wanted({ attribute: 'grid', address: `${url}/left.json` });
    const call = new AbortController();
    const left = ask(question, call.signal).catch((reason: unknown) => reason);
    const stays = ask(question);
    call.abort('gone');
    expect(await left).to.equal('gone');
    expect((await stays).places).to.have.length(1);
  });

  it('[REL-05] fail with the attribute, the host and the path, and are asked for again afterwards', async () => {
    const question = wanted({ address: `${url}/lost.json` });
    const { details } = await failureOf(ask(question), 'http');
    expect(details).to.include({ attribute: 'geometry', path: '/lost.json', status: 404 });
    await failureOf(ask(question), 'http');
    expect(hits).to.have.length(2);
    const page = await failureOf(ask(wanted({ address: `${url}/page.html` })), 'not-data');
    expect(page.details).to.include({ attribute: 'geometry', path: '/page.html' });
  });

  it('[REL-04] keep the limits of the page', async () => {
    const { details } = await failureOf(
      ask(wanted({ address: `${url}/big.json`, maxBytes: '10' })),
      'too-big',
    );
    expect(details.limit).to.equal(10);
  });

  it('[SEC-02] come from no address that is not one, and the attribute that has it is named', async () => {
    const { details } = await failureOf(
      ask(wanted({ attribute: 'grid', address: 'javascript:x' })),
      'bad-address',
    );
    expect(details.attribute).to.equal('grid');
  });

  it('of Peru are here already: nothing is asked for', async () => {
    const map = await ask(wanted({ attribute: 'grid', address: 'pe' }));
    expect(map.places).to.have.length(25);
    expect(hits).to.deep.equal([]);
  });
});
