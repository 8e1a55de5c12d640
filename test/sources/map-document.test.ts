import { expect } from 'chai';
import { parseMap, type MapOptions } from '../../src/sources/map-document.js';
import { polygonsOf } from '../../src/sources/rings.js';
import type { MapDocument, Ring } from '../../src/table/shape.js';
import { failureOf } from '../support/failure.js';

const UNSAID: MapOptions = { key: '', object: '', codeSystem: '' };
const read = (document: unknown, options: Partial<MapOptions> = {}): Promise<MapDocument> =>
  parseMap(JSON.stringify(document), 'mapas.example', { ...UNSAID, ...options });

/** A square of one degree, counterclockwise, as RFC 7946 has it. */
const square = (x: number, y: number, size = 1): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (properties: object, geometry: unknown): object => ({
  type: 'Feature',
  properties,
  geometry,
});
const polygon = (...rings: unknown[]): object => ({ type: 'Polygon', coordinates: rings });
const collection = (...features: object[]): object => ({ type: 'FeatureCollection', features });
const TWO = collection(
  feature({ OBJECTID: 1, COD: '08', NOMBRE: 'Atlántico', AREA: 3.5 }, polygon(square(-75, 10))),
  feature({ OBJECTID: 2, COD: '05', NOMBRE: 'Antioquia', AREA: 9.1 }, polygon(square(-76, 6))),
);

/** Twice the area, negative for a ring that goes clockwise. */
const area = (ring: Ring = []): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nx, ny] = ring[(at + 1) % ring.length] ?? [0, 0];
    return sum + x * ny - nx * y;
  }, 0);

const shapesOf = (map: MapDocument) => (map.kind === 'shapes' ? map.places : []);

describe('a map in GeoJSON', () => {
  it('gives its places by the property most like a code, and says so', async () => {
    const map = await read(TWO);
    expect(map.places.map(({ code, name }) => [code, name])).to.deep.equal([
      ['08', 'Atlántico'],
      ['05', 'Antioquia'],
    ]);
    expect(map.notices).to.deep.equal([{ code: 'map-key-guessed', attribute: 'geometry-key', value: 'COD' }]);
  });

  it('gives them by the property that the page names; without it, by none that is not there', async () => {
    expect((await read(TWO, { key: 'NOMBRE' })).places.map(({ code }) => code)).to.deep.equal([
      'Atlántico',
      'Antioquia',
    ]);
    const { details } = await failureOf(read(TWO, { key: 'UBIGEO' }), 'missing-column');
    expect(details.attribute).to.equal('geometry-key');
    expect(details.expected).to.include('COD');
  });

  it('puts the areas of one place together', async () => {
    const one = { COD: '08' };
    const map = await read(
      collection(feature(one, polygon(square(0, 0))), feature(one, polygon(square(3, 0)))),
      {
        key: 'COD',
      },
    );
    expect(shapesOf(map).map(({ polygons }) => polygons.length)).to.deep.equal([2]);
  });

  it('winds every ring as a sphere needs it, however the file does', async () => {
    const hole = square(0.2, 0.2, 0.3);
    for (const outer of [square(0, 0), square(0, 0).reverse()]) {
      for (const inner of [hole, [...hole].reverse()]) {
        const [place] = shapesOf(await read(collection(feature({ COD: 'a1' }, polygon(outer, inner)))));
        expect(area(place?.polygons[0]?.[0])).to.be.below(0);
        expect(area(place?.polygons[0]?.[1])).to.be.above(0);
      }
    }
  });

  it('takes an island that is written as a hole for an island', () => {
    const [land, island, ...more] = polygonsOf([square(0, 0), square(5, 5).reverse()]);
    expect([land?.length, island?.length, more.length]).to.deep.equal([1, 1, 0]);
    expect(area(island?.[0])).to.be.below(0);
  });

  it('winds a ring across the meridian of 180° by its shape, not by the jump in its numbers', () => {
    const fiji: Ring = [
      [179, -17],
      [-179, -17],
      [-179, -16],
      [179, -16],
      [179, -17],
    ];
    expect(polygonsOf([fiji])[0]?.[0]).to.deep.equal([...fiji].reverse());
    expect(polygonsOf([[...fiji].reverse()])[0]?.[0]).to.deep.equal([...fiji].reverse());
  });

  it('leaves out what has no area, and tells how many', async () => {
    const map = await read(
      collection(
        feature({ COD: '01' }, polygon(square(0, 0))),
        feature({ COD: '02' }, { type: 'Point', coordinates: [0, 0] }),
        feature({ COD: '03' }, null),
        feature(
          { COD: '04' },
          polygon([
            [0, 0],
            [1, 1],
            [0, 0],
          ]),
        ),
      ),
    );
    expect(map.places).to.have.length(1);
    expect(map.notices).to.deep.include({ code: 'no-area', count: 3, total: 4 });
  });

  it('[STAT-09] draws no points: where single events were is never on a map, nor what is told of them', async () => {
    const victim = { COD: '150101', EDAD: 17, FECHA: '2024-03-02' };
    const points = ['Point', 'MultiPoint'].map((type) =>
      feature(victim, { type, coordinates: type === 'Point' ? [-77, -12] : [[-77, -12]] }),
    );
    await failureOf(read(collection(...points)), 'no-shapes');
    const map = await read(collection(feature({ COD: '150101' }, polygon(square(-77, -12))), ...points));
    expect(map.places).to.have.length(1);
    expect(JSON.stringify(map.places)).not.to.contain('2024-03-02');
  });

  it('fails with the place and what was expected where there is nothing to draw', async () => {
    const wrong: readonly unknown[] = [
      collection(),
      collection(feature({ COD: '01' }, { type: 'Point', coordinates: [0, 0] })),
      { type: 'FeatureCollection' },
      {},
      null,
      'mapa',
      7,
    ];
    for (const document of wrong) {
      const { details } = await failureOf(read(document), 'no-shapes');
      expect(details.host, JSON.stringify(document)).to.equal('mapas.example');
      expect(details.expected).to.include('"type": "FeatureCollection"');
    }
    await failureOf(parseMap('{"type": "Feature', 'mapas.example', UNSAID), 'malformed');
  });

  it('fails where coordinates are no degrees: metres of a projection could be anywhere', async () => {
    const metres = collection(feature({ COD: '15' }, polygon(square(279_000, 8_660_000))));
    const { details } = await failureOf(read(metres), 'no-shapes');
    expect(details.expected?.join()).to.contain('WGS 84');
    for (const ring of [[['a', 'b']], [null], 'x', [[1]]]) {
      await failureOf(read(collection(feature({ COD: '15' }, polygon(ring)))), 'no-shapes');
    }
  });

  it('keeps names such as __proto__ as data', async () => {
    const text = `{"type":"Feature","properties":{"__proto__":"x1"},"geometry":${JSON.stringify(polygon(square(0, 0)))}}`;
    const map = await parseMap(text, 'h', { ...UNSAID, key: '__proto__' });
    expect(map.places[0]?.code).to.equal('x1');
  });
});

describe('the codes of a map of Peru', () => {
  const lima = (properties: object): object =>
    collection(feature(properties, polygon(square(-77, -12, 0.5))));

  it('are INEI’s where the names beside them prove it', async () => {
    const map = await read(lima({ IDDPTO: '15', NOMBDEP: 'LIMA' }));
    expect([map.codeSystem, map.isAmbiguous]).to.deep.equal(['inei', false]);
  });

  it('are of an unknown list where no name proves it, or another one', async () => {
    for (const properties of [{ IDDPTO: '15' }, { IDDPTO: '14', NOMBDEP: 'LIMA' }]) {
      const map = await read(lima(properties));
      expect([map.codeSystem, map.isAmbiguous]).to.deep.equal([undefined, true]);
    }
  });

  it('are what the page says', async () => {
    const map = await read(lima({ IDDPTO: '14' }), { codeSystem: 'reniec' });
    expect([map.codeSystem, map.isAmbiguous]).to.deep.equal(['reniec', false]);
    const { details } = await failureOf(read(lima({ IDDPTO: '14' }), { codeSystem: 'onu' }), 'bad-attribute');
    expect(details.attribute).to.equal('geometry-code-system');
  });
});

describe('a map in TopoJSON', () => {
  const topology = (objects: object): object => ({
    type: 'Topology',
    arcs: [square(0, 0), square(5, 5)],
    objects,
  });
  const one = { type: 'Polygon', arcs: [[0]], properties: { COD: 'A1' } };
  const other = { type: 'Polygon', arcs: [[1]], properties: { COD: 'B1' } };

  it('is read from its only object, or the one that the page names', async () => {
    const objects = { provincias: { type: 'GeometryCollection', geometries: [one, other] }, paises: one };
    expect((await read(topology({ paises: one }))).places.map(({ code }) => code)).to.deep.equal(['A1']);
    const named = await read(topology(objects), { object: 'provincias' });
    expect(named.places.map(({ code }) => code)).to.deep.equal(['A1', 'B1']);
    const { details } = await failureOf(read(topology(objects)), 'no-resource');
    expect(details.attribute).to.equal('geometry-object');
    expect(details.expected).to.deep.equal(['provincias', 'paises']);
  });

  it('fails where its arcs are not there', async () => {
    await failureOf(read(topology({ x: { ...one, arcs: [[7]] } })), 'no-shapes');
    await failureOf(read({ type: 'Topology', objects: { x: one } }), 'no-shapes');
    await failureOf(read({ type: 'Topology' }), 'no-resource');
  });
});
