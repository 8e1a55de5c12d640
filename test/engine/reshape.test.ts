import '../support/as-module.js';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { requireCodeSystem } from '../../src/table/code-system.js';
import type { TextColumn } from '../../src/table/column.js';
import { toRows } from '../../src/table/rows.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { failureOf } from '../support/failure.js';
import { startServer, type LocalServer } from '../support/local-server.js';
import { never, question } from '../support/question.js';
import { describeWith, REAL } from '../support/real-files.js';
import { thrownBy } from '../support/thrown.js';

const FILES: Readonly<Record<string, string>> = {
  '/ancho.csv': 'Lugar,Enero,Febrero\nIca,1,2\nLima,3,\n',
  '/ancho.json': '[{"Lugar":"Ica","Enero":1,"Febrero":2},{"Lugar":"Lima","Enero":3,"Febrero":null}]',
  '/muertes.csv': 'ubigeo,n\n140142,5\n140101,7\n990101,9\n',
  '/sinadef.csv': 'ubigeo,n\n92-33-14-01-42-000,5\n92-33-14-01-01-000,7\n',
  '/provincias.csv': 'lugar,n\n1401,5\n701,7\n',
  '/tabla.csv':
    'cod_ubigeo_inei,desc_ubigeo_inei,cod_ubigeo_reniec\n150117,LOS OLIVOS,140142\n150101,LIMA,140101\n080101,CUSCO,070101\nNA,SIN CODIGO,140199\n',
  '/dos.csv': 'inei,reniec\n010101,140142\n010102,140142\n',
};

const columnOf = (table: Table, name: string): TextColumn => findColumn(table, name) as TextColumn;
const codesOf = ({ notices }: Table): string[] => notices.map(({ code }) => code);

describe('the rows as the page wants them before it asks', () => {
  let server: LocalServer;
  before(
    async () =>
      (server = await startServer((request, response) => {
        const { pathname } = new URL(request.url ?? '', 'http://x');
        const real = pathname.startsWith('/real/') ? readFileSync(REAL + pathname.slice(6)) : undefined;
        const body = real ?? FILES[pathname];
        response.writeHead(body === undefined ? 404 : 200).end(body);
      })),
  );
  after(() => server.close());

  let run = 0;
  async function table(
    path: string,
    source: Question['source'],
    asked: Partial<Question> = {},
  ): Promise<Table> {
    const src = `${server.url}${path}?${run++}`;
    const all = { ...source, ...(source.codeTable && { codeTable: server.url + source.codeTable }) };
    return (await pageEngine.ask(question(src, { ...asked, source: all }), { signal: never })).table;
  }

  for (const path of ['/ancho.csv', '/ancho.json'])
    it(`are long where they were wide, of ${path} as of any source`, async () => {
      const long = await table(path, { unpivot: 'Enero..Febrero as mes, n' }, { value: 'sum(n)', by: 'mes' });
      expect(toRows(long)).to.deep.equal([
        ['Enero', '4', '', ''],
        // One of two places has nothing of February: the sum says of how many it is.
        ['Febrero', '2', '1', '2'],
      ]);
    });

  it('a mistake in what is to be long is told with its attribute', async () => {
    const { details } = await failureOf(table('/ancho.csv', { unpivot: 'Enero' }), 'bad-attribute');
    expect(details.attribute).to.equal('unpivot');
  });

  it('know which list their codes are from, so that a map can refuse another', async () => {
    const codes = columnOf(await table('/muertes.csv', { codeSystem: 'RENIEC' }), 'ubigeo');
    expect(codes.codeSystem).to.equal('reniec');
    requireCodeSystem(codes, 'reniec');
    const { details } = await thrownBy(() => requireCodeSystem(codes, 'inei'));
    expect(details).to.deep.include({ attribute: 'code-system', value: 'reniec' });
    const silent = await table('/muertes.csv', {});
    expect(codesOf(silent)).to.deep.equal([]);
    const unsaid = await thrownBy(() => requireCodeSystem(columnOf(silent, 'ubigeo'), 'inei'));
    expect(unsaid.details.expected).to.include.members(['inei', 'reniec', 'sunat']);
  });

  it('have their codes in another list; what has no equivalent is missing and told, with how many have', async () => {
    const source = { codeSystem: 'reniec', codeTo: 'inei', codeTable: '/tabla.csv' };
    const converted = await table('/muertes.csv', source);
    expect(toRows(converted)).to.deep.equal([
      ['150117', '5'],
      ['150101', '7'],
      ['', '9'],
    ]);
    expect(columnOf(converted, 'ubigeo').codeSystem).to.equal('inei');
    expect(converted.notices).to.deep.equal([
      { code: 'codes-converted', column: 'ubigeo', count: 2, total: 3 },
      { code: 'codes-unmatched', column: 'ubigeo', value: '990101', count: 1 },
    ]);
    const filtered = await table('/muertes.csv', source, { where: "ubigeo = '150117'", value: 'sum(n)' });
    expect(toRows(filtered)).to.deep.equal([['5']]);
  });

  it('of provinces are converted by the districts in them, their zeros put back', async () => {
    const converted = await table('/provincias.csv', {
      ...{ codeSystem: 'reniec', codeColumn: 'lugar', codeTo: 'inei', codeTable: '/tabla.csv' },
    });
    expect(toRows(converted).map(([code]) => code)).to.deep.equal(['1501', '0801']);
    expect(codesOf(converted)).to.deep.equal(['codes-padded', 'codes-converted']);
  });

  it('of SINADEF are RENIEC’s, which nobody has to say and nobody may deny', async () => {
    const plain = await table('/sinadef.csv', {});
    expect(toRows(plain).map(([code]) => code)).to.deep.equal(['140142', '140101']);
    const converted = await table('/sinadef.csv', { codeTo: 'inei', codeTable: '/tabla.csv' });
    expect(toRows(converted).map(([code]) => code)).to.deep.equal(['150117', '150101']);
    const { details } = await failureOf(table('/sinadef.csv', { codeSystem: 'inei' }), 'bad-attribute');
    expect(details).to.deep.include({ attribute: 'code-system', value: 'inei', expected: ['reniec'] });
  });

  it('are never converted by a guess: which list, to which, by which table must be said', async () => {
    for (const [source, attribute] of [
      [{ codeTo: 'inei', codeTable: '/tabla.csv' }, 'code-system'],
      [{ codeSystem: 'otra' }, 'code-system'],
      [{ codeSystem: 'reniec', codeTo: 'otra', codeTable: '/tabla.csv' }, 'code-to'],
      [{ codeSystem: 'reniec', codeTo: 'inei' }, 'code-table'],
    ] as const) {
      const { details } = await failureOf(table('/muertes.csv', source), 'bad-attribute');
      expect(details.attribute).to.equal(attribute);
      expect(details.expected).to.have.length.above(0);
    }
    const source = { codeSystem: 'reniec', codeTo: 'sunat', codeTable: '/tabla.csv' };
    const { details } = await failureOf(table('/muertes.csv', source), 'missing-column');
    expect(details).to.deep.include({ attribute: 'code-table', value: 'sunat' });
    const none = await failureOf(table('/muertes.csv', { codeColumn: 'codigo' }), 'missing-column');
    expect(none.details.attribute).to.equal('code-column');
  });

  it('that may be two in the other list are none', async () => {
    const source = { codeSystem: 'reniec', codeTo: 'inei', codeTable: '/dos.csv' };
    const converted = await table('/muertes.csv', source);
    expect(toRows(converted).map(([code]) => code)).to.deep.equal(['', '', '']);
  });

  it('share one request for the table of codes', async () => {
    const source = { codeSystem: 'reniec', codeTo: 'inei', codeTable: '/tabla.csv?una' };
    await Promise.all([1, 2, 3].map(() => table('/muertes.csv', source)));
    expect(server.asked.filter((path) => path === '/tabla.csv?una')).to.have.length(1);
  });

  describeWith(REAL, 'of real files', () => {
    it('the months of Mexico that have not happened stay missing, and the others add up', async () => {
      const path = '/real/crime-csv/mx-sesnsp-estatal-2026-wide-latin1.csv';
      const text = readFileSync(`${REAL}crime-csv/mx-sesnsp-estatal-2026-wide-latin1.csv`, 'latin1');
      const lines = text.trim().split(/\r?\n/).slice(1);
      let january = 0;
      for (const line of lines)
        january += Number(line.match(/("[^"]*"|[^,]*)(,|$)/g)?.[7]?.replace(',', '') ?? 0);
      const long = await table(
        path,
        { unpivot: 'Enero..Diciembre as mes, casos' },
        { time: 'Año, mes', value: 'sum(casos)' },
      );
      const rows = toRows(long);
      expect(rows).to.have.length(12);
      expect(rows[0]).to.deep.equal(['2026-01', String(january)]);
      expect(rows.slice(3).map(([, casos]) => casos)).to.deep.equal(Array(9).fill(''));
    });

    for (const [file, count] of [
      ['equivalencia-ubigeos-oti-concytec.csv', 1665],
      ['ubigeo_distrito_aumentado.csv', 1714],
    ] as const)
      it(`RENIEC’s list is put into INEI’s by ${file}`, async () => {
        const converted = await table('/real/ubigeo/ubigeo_reniec_2025.csv', {
          ...{ codeSystem: 'reniec', codeTo: 'inei', codeTable: `/real/ubigeo/${file}` },
        });
        const { words } = columnOf(converted, 'ubigeo');
        expect(words).to.include('150117');
        const told = converted.notices.find(({ code }) => code === 'codes-converted');
        expect(told).to.deep.include({ count, total: 1739 });
        const row = toRows(converted).find(([, , , district]) => district === 'Los Olivos');
        expect(row?.[0]).to.equal('150117');
      });

    it('departments and provinces of RENIEC become INEI’s, also written with six digits', async () => {
      const source = { codeSystem: 'reniec', codeColumn: 'reniec', codeTo: 'inei' };
      for (const file of ['departamento', 'provincia']) {
        const path = `/real/ubigeo/ubigeo_${file}_aumentado.csv`;
        const codeTable = '/real/ubigeo/equivalencia-ubigeos-oti-concytec.csv';
        const converted = await table(path, { ...source, codeTable });
        const told = converted.notices.find(({ code }) => code === 'codes-converted');
        const pairs = toRows(converted).filter(([inei, code]) => code !== '' && inei !== code);
        expect(pairs, file).to.deep.equal([]);
        expect(told?.count, file).to.be.above(file === 'departamento' ? 24 : 190);
      }
    });
  });

  describe('as the page expects them', () => {
    it('[REL-11] are asked for by the names that it knows, and told where they have changed', async () => {
      const expected = 'municipio | Lugar; Enero: count; Febrero: 5..; Marzo';
      const asked = await table('/ancho.csv', { expected }, { value: 'Enero', by: 'municipio' });
      expect(asked.columns.map(({ name }) => name)).to.include.members(['municipio', 'Enero']);
      expect(codesOf(asked)).to.deep.equal(['column-by-alias', 'column-gone', 'out-of-range']);
    });

    it('[REL-11] are those of a portal as of a file', async () => {
      const asked = await table('/ancho.json', { expected: 'Febrero: ..1' }, { value: 'sum(Febrero)' });
      expect(codesOf(asked)).to.deep.equal(['out-of-range']);
    });

    it('are refused where it says nothing that can be understood', async () => {
      const failing = table('/ancho.csv', { expected: 'Enero: muchos' });
      const { details } = await failureOf(failing, 'bad-attribute');
      expect(details.attribute).to.equal('expected');
    });
  });
});
