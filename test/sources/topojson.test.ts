import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { source } from '../../src/sources/topojson.js';
import { failureOf } from '../support/failure.js';
import { names, readText, texts, URL_OF_TEXT } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const collection = (...geometries: object[]): object => ({ type: 'GeometryCollection', geometries });
const topology = (objects: unknown): string => JSON.stringify({ type: 'Topology', arcs: [], objects });
const DISTRICTS = collection(
  { type: 'Polygon', arcs: [[0]], id: '150101', properties: { nombre: 'Lima' } },
  { type: null, id: '150103', properties: { nombre: 'Ate' } },
  { type: 'Polygon', arcs: [] },
);

describe('TopoJSON', () => {
  it('is a row a shape of its object, also of one that has none', async () => {
    const { table } = await readText(source, topology({ distritos: DISTRICTS }));
    expect(names(table)).to.deep.equal(['id', 'nombre']);
    expect(texts(table, 'id')).to.deep.equal(['150101', '150103', '']);
    expect(texts(table, 'nombre')).to.deep.equal(['Lima', 'Ate', '']);
  });

  it('has the object that the page names, where it has several', async () => {
    const text = topology({
      pais: { type: 'Polygon', arcs: [[0]], properties: { p: 'Perú' } },
      distritos: DISTRICTS,
      ['__proto__']: DISTRICTS,
    });
    const read = (resource?: string): ReturnType<typeof readText> =>
      readText(source, text, URL_OF_TEXT, resource === undefined ? {} : { resource });
    expect((await read('distritos')).table.length).to.equal(3);
    expect(texts((await read('pais')).table, 'p')).to.deep.equal(['Perú']);
    expect((await read('__proto__')).table.length).to.equal(3);
    for (const wrong of [undefined, 'provincias', 'toString']) {
      const { details } = await failureOf(read(wrong), 'no-resource');
      expect(details).to.deep.include({
        attribute: 'resource',
        expected: ['pais', 'distritos', '__proto__'],
      });
    }
  });

  it('[REL-02] is told where it has no objects', async () => {
    await failureOf(readText(source, '{"type":"Topology"}'), 'not-data');
    await failureOf(readText(source, topology({})), 'no-resource');
    await failureOf(readText(source, topology({ a: 7 })), 'no-resource');
    await failureOf(readText(source, '{'), 'malformed');
  });
});

describeWith(`${REAL}geo`, 'the real limits of Peru as TopoJSON', () => {
  for (const [name, count] of [
    ['pe-departamentos.topo.q1e4.json', 25],
    ['pe-departamentos.topo.30pct.json', 25],
    ['pe-provincias.topo.q1e4.json', 197],
    ['pe-distritos.topo.q1e4.json', 1834],
  ] as const) {
    it(`have ${count} places in ${name}`, async () => {
      const { table } = await readText(source, readFileSync(`${REAL}geo/${name}`, 'utf8'));
      expect(table.length).to.equal(count);
    });
  }
});
