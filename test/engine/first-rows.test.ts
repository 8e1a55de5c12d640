import '../support/as-module.js';
import { expect } from 'chai';
import { arcgisPortal } from '../servers/arcgis.js';
import { ckanServer } from '../servers/ckan.js';
import { dkanServer } from '../servers/dkan.js';
import { dkan2Server } from '../servers/dkan2.js';
import { odataServer } from '../servers/odata.js';
import { opendatasoftServer } from '../servers/opendatasoft.js';
import { socrataServer } from '../servers/socrata.js';
import { askPortal, numbersOf } from '../support/ask-portal.js';
import { STATUS } from '../../src/table/status.js';
import { findColumn } from '../../src/table/table.js';
import { type PortalReply, type Report } from '../support/push-down-law.js';

const report = (anio: number, tipo: string, cantidad: number): Report => ({
  ...{ anio, mes: 1, lugar: 'LIMA', tipo, cantidad, monto: 1 },
});
const PARTS = [
  report(2023, 'Robo', 100),
  report(2023, 'Hurto', 50),
  report(2024, 'Robo', 90),
  report(2024, 'Hurto', 30),
];
/** The same with what its years add up to. */
const WITH_TOTALS = [...PARTS, report(2023, 'TOTAL', 150), report(2024, 'TOTAL', 120)];

/** The same with a numbered whole: of figures that are no luck, and of others that may be. */
const NUMBERED = [2023, 2024].flatMap((anio) => [
  report(anio, '1. Robo', 3100 - anio),
  report(anio, '1.1 De vehículo', 3000 - anio),
  report(anio, '1.2 De otra cosa', 100),
]);
const DOUBTFUL = [report(2023, '1. Robo', 5), report(2023, '1.1 De vehículo', 7)];

const typed = <T extends string>(number: T, text: T): Record<keyof Report, T> => ({
  ...{ anio: number, mes: number, lugar: text, tipo: text, cantidad: number, monto: number },
});
const copies = (rows: readonly Report[]): Record<keyof Report, string | number | null>[] =>
  rows.map((row) => ({ ...row }));

interface Grouping {
  readonly src: (name: string) => string;
  readonly portal: (rows: readonly Report[]) => (url: URL) => PortalReply;
  /** What a request has that asks for groups of the question's own. */
  readonly groups: RegExp;
}

const LAYER = { maxRecordCount: 50, supportsPagination: true, supportsStatistics: true, tellsLimit: true };

/** Every protocol whose portals put rows together. */
const PORTALS: Readonly<Record<string, Grouping>> = {
  ckan: {
    src: (name) => `https://${name}.ckan.example/api/3/action/datastore_search?resource_id=1`,
    portal: (rows) => ckanServer(copies(rows), { types: typed('int4', 'text') }),
    groups: /GROUP BY "anio"/,
  },
  dkan: {
    src: (name) => `https://${name}.dkan.example/api/action/datastore/search.json?resource_id=1`,
    portal: (rows) => dkanServer(copies(rows), { types: typed('int', 'text') }),
    groups: /group_by=anio/,
  },
  dkan2: {
    src: (name) => `https://${name}.dkan2.example/api/1/datastore/query/1/0`,
    portal: (rows) => dkan2Server(copies(rows), { types: typed('int', 'text') }),
    groups: /groupings\[0\]\[property\]=anio/,
  },
  socrata: {
    src: (name) => `https://${name}.socrata.example/resource/aaaa-zzzz.json`,
    portal: (rows) => socrataServer({ types: typed('number', 'text'), rows: copies(rows) }),
    groups: /\$group=`anio`/,
  },
  opendatasoft: {
    src: (name) => `https://${name}.ods.example/explore/dataset/denuncias/table/`,
    portal: (rows) => opendatasoftServer({ types: typed('int', 'text'), rows: copies(rows) }),
    groups: /group_by=anio/,
  },
  arcgis: {
    src: (name) => `https://${name}.gis.example/arcgis/rest/services/Denuncias/FeatureServer/0`,
    portal: arcgisPortal(LAYER),
    groups: /groupByFieldsForStatistics=anio/,
  },
  odata: {
    src: (name) => `https://${name}.odata.example/odata/Denuncias`,
    portal: (rows) => odataServer({ types: typed('Edm.Int32', 'Edm.String'), rows: copies(rows) }),
    groups: /groupby\(\(anio,mes\)/,
  },
};

const asksGroups = (requests: readonly URL[], groups: RegExp): boolean =>
  requests.some(({ href }) => groups.test(decodeURIComponent(href.replaceAll('+', ' '))));

const BY_YEAR = { value: 'sum(cantidad)', time: 'anio' };

describe('totals that a portal would add up with their parts', () => {
  for (const [protocol, { src, portal, groups }] of Object.entries(PORTALS)) {
    const ask = (name: string, rows: readonly Report[], asked = {}): ReturnType<typeof askPortal> =>
      askPortal(portal(rows), src(name), { protocol, ...BY_YEAR, ...asked });

    it(`${protocol}: are left out as from a file, and the portal is asked for the rows`, async () => {
      const { table, requests } = await ask('with', WITH_TOTALS);
      expect(numbersOf(table, 'cantidad')).to.deep.equal([150, 120]);
      expect(table.notices.map(({ code }) => code)).to.include('totals-left-out');
      expect(asksGroups(requests, groups)).to.equal(false);
    });

    it(`${protocol}: are left out as well where only their numbers tell them`, async () => {
      const { table, requests } = await ask('numbered', NUMBERED);
      expect(numbersOf(table, 'cantidad')).to.deep.equal([3100 - 2023, 3100 - 2024]);
      expect(table.notices.map(({ code }) => code)).to.include('totals-left-out');
      expect(asksGroups(requests, groups)).to.equal(false);
      const doubtful = await ask('doubtful', DOUBTFUL);
      expect(numbersOf(doubtful.table, 'cantidad')).to.deep.equal([12]);
      expect(doubtful.table.notices.map(({ code }) => code)).to.include('levels-unconfirmed');
    });

    it(`${protocol}: where there are none, the portal puts the rows together`, async () => {
      const { table, requests } = await ask('without', PARTS);
      expect(numbersOf(table, 'cantidad')).to.deep.equal([150, 120]);
      expect(asksGroups(requests, groups)).to.equal(true);
    });

    it(`${protocol}: a year is seen not to be whole by the months that are asked for with it [STAT-05]`, async () => {
      const months = Array.from({ length: 19 }, (_, step) => ({
        ...report(2023 + Math.floor(step / 12), 'Robo', 10),
        mes: 1 + (step % 12),
      }));
      const { table, requests } = await ask('months', months, { compared: true });
      expect(numbersOf(table, 'cantidad')).to.deep.equal([120, 70]);
      expect(numbersOf(table, 'year before to date (cantidad)')).to.deep.equal([undefined, 70]);
      const column = findColumn(table, 'cantidad');
      expect(column?.kind === 'number' && [...column.statuses]).to.deep.equal([0, STATUS.incomplete]);
      expect(asksGroups(requests, groups)).to.equal(true);
    });

    it(`${protocol}: a question that names their column has what it asks for`, async () => {
      const { table } = await ask('named', WITH_TOTALS, { where: "tipo = 'TOTAL'" });
      expect(numbersOf(table, 'cantidad')).to.deep.equal([150, 120]);
      expect(table.notices.map(({ code }) => code)).not.to.include('totals-left-out');
    });
  }

  it('are looked for among the first 500 rows, which a portal of any size gives at once', async () => {
    const { src, portal, groups } = PORTALS['socrata'] ?? {};
    const many = Array.from({ length: 12_000 }, (_, index) => report(2022, `Modalidad ${index}`, 1));
    for (const [name, rows, isSeen] of [
      ['soon', [...WITH_TOTALS, ...many], true],
      ['late', [...many, ...WITH_TOTALS], false],
    ] as const) {
      const asked = { protocol: 'socrata', ...BY_YEAR };
      const { table, requests } = await askPortal(portal?.(rows) ?? never, src?.(name) ?? '', asked);
      expect(asksGroups(requests, groups ?? /^$/), name).to.equal(!isSeen);
      if (isSeen) expect(numbersOf(table, 'cantidad')).to.deep.equal([12_000, 150, 120]);
      else expect(requests).to.have.length(3);
    }
  });

  it('are not looked for without end where a portal sends from one empty page to the next', async () => {
    const { src, portal } = PORTALS['odata'] ?? {};
    const described = portal?.(PARTS) ?? never;
    const endless = (url: URL): PortalReply => {
      if (url.pathname.endsWith('$metadata')) return described(url);
      const next = new URL(url);
      next.searchParams.set('$skiptoken', String(Number(url.searchParams.get('$skiptoken') ?? 0) + 1));
      return { body: JSON.stringify({ value: [], '@odata.nextLink': next.href }) };
    };
    const { requests } = await askPortal(endless, src?.('endless') ?? '', { protocol: 'odata', ...BY_YEAR });
    expect(requests.length).to.be.within(100, 210);
  });

  it('are asked about once by several questions of the same data', async () => {
    const { src, portal } = PORTALS['socrata'] ?? {};
    const address = src?.('twice') ?? '';
    const samples = ({ requests }: { readonly requests: readonly URL[] }): number =>
      requests.filter(({ searchParams }) => searchParams.get('$limit') === '500').length;
    const asked = { protocol: 'socrata', ...BY_YEAR };
    const first = await askPortal(portal?.(PARTS) ?? never, address, asked);
    const second = await askPortal(portal?.(PARTS) ?? never, address, { ...asked, value: 'max(cantidad)' });
    expect([first, second].map(samples)).to.deep.equal([1, 0]);
  });
});

function never(): PortalReply {
  throw new Error('no portal');
}
