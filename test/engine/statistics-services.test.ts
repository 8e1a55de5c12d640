import '../support/as-module.js';
import { expect } from 'chai';
import type { Answer, Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { labelAt } from '../../src/table/cell.js';
import { getColumn } from '../../src/table/get-column.js';
import { statusNames } from '../../src/table/status.js';
import type { PortalReply } from '../support/push-down-law.js';
import { worldBank } from '../servers/world-bank.js';
import { failureOf } from '../support/failure.js';
import { columnNamed } from '../support/make-table.js';
import { texts } from '../support/read-text.js';
import { never, question } from '../support/question.js';

let run = 0;

/** What the page's engine makes of a service that answers so. */
async function ask(
  path: string,
  answer: (url: URL) => PortalReply,
  asked: Partial<Question> = {},
): Promise<Answer> {
  const { fetch } = globalThis;
  globalThis.fetch = (input) => {
    const url = new URL(input as string);
    const { body, status = 200, headers = {} } = answer(url);
    const response = new Response(status === 204 ? null : body, { status, headers });
    return Promise.resolve(Object.defineProperty(response, 'url', { value: url.href }));
  };
  try {
    return await pageEngine.ask(question(`https://s${run++}.example${path}`, asked), { signal: never });
  } finally {
    globalThis.fetch = fetch;
  }
}

const said = (code: string, text: string): string =>
  `<?xml version="1.0"?><mes:Error xmlns:mes="m"><mes:ErrorMessage code="${code}"><com:Text xml:lang="en">${text}</com:Text></mes:ErrorMessage></mes:Error>`;

describe('a service of statistics', () => {
  const DATA = '/rest/data/DF?format=jsondata';

  it('[REL-02] has nothing to show where it says 204, or 404 in its own words', async () => {
    expect((await ask(DATA, () => ({ status: 204, body: '' }))).table.length).to.equal(0);
    const nothing = await ask(DATA, () => ({ status: 404, body: said('100', 'No results found') }));
    expect(nothing.table.length).to.equal(0);
    expect(nothing.provenance.url).to.match(/\/rest\/data\/DF/);
    const json = '{"errors":[{"code":404,"title":"No data for the query"}]}';
    expect((await ask(DATA, () => ({ status: 404, body: json }))).table.length).to.equal(0);
  });

  it('[REL-02] fails with its own words where it refuses, in XML too', async () => {
    const missing = ask(DATA, () => ({ status: 404, body: said('100', 'Dataflow DF not found') }));
    expect((await failureOf(missing, 'http')).details.serverMessage).to.equal('Dataflow DF not found');
    await failureOf(
      ask(DATA, () => ({ status: 404, body: '<html><body>No</body></html>' })),
      'http',
    );
    const large = ask(DATA, () => ({ status: 413, body: said('130', 'Response too large') }));
    expect((await failureOf(large, 'too-big')).details).to.include({
      status: 413,
      serverMessage: 'Response too large',
    });
    const format = ask(DATA, () => ({ status: 406, body: said('140', 'Format not supported') }));
    expect((await failureOf(format, 'http')).details).to.include({
      status: 406,
      serverMessage: 'Format not supported',
    });
    await failureOf(
      ask(DATA, () => ({ body: '<?xml version="1.0"?><mes:GenericData/>' })),
      'not-data',
    );
  });

  it('[REL-02] is told in its own words also where it calls them an error', async () => {
    const body = '{"errors":[{"error":"Serie inválida: 9.9"}],"failed_series":["9.9"]}';
    const failure = await failureOf(
      ask('/series/api/series/?ids=9.9', () => ({ status: 400, body })),
      'http',
    );
    expect(failure.details.serverMessage).to.equal('Serie inválida: 9.9');
  });

  it('keeps the names of countries of all pages', async () => {
    const rows = [
      ['PE', 'PER', 'Peru'],
      ['CO', 'COL', 'Colombia'],
      ['CL', 'CHL', 'Chile'],
    ].map(([iso2 = '', iso3 = '', name = '']) => ({ iso2, iso3, name, date: '2024', value: 5 }));
    const { table, provenance } = await ask('/v2/country/all/indicator/X', worldBank({ rows, most: 1 }), {
      protocol: 'world-bank',
    });
    const country = getColumn(table, 'country', 'by');
    expect([0, 1, 2].map((row) => labelAt(country, row))).to.deep.equal(['Peru', 'Colombia', 'Chile']);
    expect(provenance.metadata.updated).to.equal('2026-07-13');
    expect(provenance.partial).to.equal(undefined);
  });

  it('may have left its table as a file of CSV, which tells by its header what it is', async () => {
    const body = 'DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nA:B(1.0),01,2023,5,A\nA:B(1.0),01,2024,7,P';
    const asked = { time: 'TIME_PERIOD', value: 'OBS_VALUE', where: "GEO = '01'" };
    const { table } = await ask('/homicidios.csv', () => ({ body }), asked);
    expect(texts(table, 'OBS_VALUE')).to.deep.equal(['5', '7']);
    const values = columnNamed(table, 'OBS_VALUE', 'number');
    expect(Array.from(values.statuses, statusNames)).to.deep.equal([[], ['provisional']]);
  });

  it('shows a month that data.police.uk does not have as empty, and the names of its categories', async () => {
    const api = ({ pathname }: URL): PortalReply =>
      pathname === '/api/crime-categories'
        ? { body: '[{"url":"burglary","name":"Burglary"}]' }
        : { body: '[{"category":"burglary","month":"2024-01","location":null}]' };
    const asked = { protocol: 'police-uk' };
    const { table } = await ask('/api/crimes-street/all-crime?date=2024-01', api, asked);
    expect(texts(table, 'category')).to.deep.equal(['burglary']);
    expect(labelAt(getColumn(table, 'category', 'by'), 0)).to.equal('Burglary');
    const none = await ask(
      '/api/crimes-street/all-crime?date=2030-01',
      () => ({ status: 404, body: '' }),
      asked,
    );
    expect(none.table.length).to.equal(0);
  });
});
