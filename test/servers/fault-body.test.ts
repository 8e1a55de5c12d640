import { expect } from 'chai';
import { HEALTHY_CSV } from './fault.js';
import { startFaultServer, type FaultServer } from './faults.js';

describe('faults of the body and of the data', () => {
  let server: FaultServer;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());

  const get = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { redirect: 'manual', ...init });
  const text = async (path: string) => (await get(path)).text();
  const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

  it('sends pages where data should be', async () => {
    expect(await text('/html-200')).to.match(/^<!doctype html>/);
    const login = await get('/login-redirect');
    expect([login.status, login.headers.get('location')]).to.deep.equal([302, '/login']);
    expect(await text('/php-warning'))
      .to.match(/^<br \/>\n<b>Warning<\/b>/)
      .and.include(HEALTHY_CSV);
  });

  it('sends nothing, blanks, and JSON that is not', async () => {
    expect(await text('/empty')).to.equal('');
    expect((await text('/whitespace')).trim()).to.equal('');
    for (const kind of ['nan', 'trailing-comma', 'truncated']) {
      const body = await text(`/bad-json?kind=${kind}`);
      expect(() => JSON.parse(body) as unknown, kind).to.throw(SyntaxError);
    }
  });

  it('lies about the type or leaves it out', async () => {
    expect((await get('/wrong-content-type')).headers.get('content-type')).to.equal('text/html');
    expect((await get('/no-content-type')).headers.get('content-type')).to.equal(null);
  });

  it('writes letters in other encodings than it says', async () => {
    const latin = await bytes('/latin1-declared-utf8');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(latin)).to.throw(TypeError);
    expect(new TextDecoder('windows-1252').decode(latin)).to.include('Áncash').and.include('Cañete');
    expect((await get('/latin1-undeclared')).headers.get('content-type')).to.equal('text/csv');
    expect([...(await bytes('/utf16le-bom')).subarray(0, 2)]).to.deep.equal([0xff, 0xfe]);
    expect([...(await bytes('/utf8-bom')).subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
  });

  it('changes the data: names, types, nesting, order, periods, signs, unit', async () => {
    expect(await text('/renamed-column')).to.match(/^anio,tasa_x_100mil\n2021,8\.6\n/);
    expect(await text('/changed-type')).to.include('2021,8.6 por 100 mil\n2022,sin dato\n');
    expect(JSON.parse(await text('/extra-nesting'))).to.have.nested.property(
      'data.resultado.filas[0].valores.anio',
      2021,
    );
    expect(await text('/partial-rows')).to.include('\n2021\n2022,,\n,9.3\n');
    expect((await text('/duplicate-keys')).match(/^2023,/gm)).to.have.length(2);
    expect(await text('/unsorted')).to.equal('anio,tasa\n2022,\n2021,8.6\n2024,10.1\n2023,9.3\n');
    expect(await text('/future-dates')).to.include('\n2099,');
    expect(await text('/negative-counts')).to.include(',-4.2\n');
    expect(await text('/rate-times-1000')).to.include('\n2021,8600\n2022,\n');
    expect(JSON.parse(await text('/rate-times-1000?format=json'))).to.deep.include({
      anio: 2021,
      tasa: 8_600,
    });
  });

  it('calls errors a success, in the words of CKAN and of DKAN', async () => {
    expect(JSON.parse(await text('/error-object-ckan'))).to.have.property('success', false);
    expect(JSON.parse(await text('/error-object-dkan'))).to.have.all.keys('error');
  });

  it('hides formulas in cells and names of every object in headers', async () => {
    expect(await text('/formula-cells'))
      .to.include('=HYPERLINK')
      .and.include('@SUM')
      .and.include('-1+2');
    expect(await text('/prototype-headers')).to.include('__proto__,constructor,toString');
    expect(await text('/prototype-headers?format=json')).to.include('"__proto__":1');
  });
});
