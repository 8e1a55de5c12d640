import '../support/as-module.js';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { matchPlaces } from '../../src/query/match-places.js';
import { placeValues } from '../../src/query/place-values.js';
import { parseMap } from '../../src/sources/map-document.js';
import { peruGrid } from '../../src/sources/peru-departments.js';
import type { MapDocument } from '../../src/table/shape.js';
import type { TextColumn } from '../../src/table/column.js';
import { drawShapes } from '../../src/widgets/map/projection.js';
import { failureOf } from '../support/failure.js';
import { texts } from '../support/make-table.js';
import { describeWith, REAL } from '../support/real-files.js';
import { thrownBy } from '../support/thrown.js';
import { CSV_FOLDER } from './raw-csv.js';
import { askFile, serveCsv } from './real-table.js';

const GEO = `${REAL}geo/`;

const mapIn = (file: string, codeSystem = ''): Promise<MapDocument> =>
  parseMap(readFileSync(GEO + file, 'utf8'), 'mapas.example', { key: '', object: '', codeSystem });

/** The districts of INEI's list of 2025, without the total that stands among them. */
function districtsOf2025(): TextColumn {
  const lines = readFileSync(`${REAL}ubigeo/poblacion_distritos_2023-2025.csv`, 'utf8').split(/\r?\n/);
  const words = lines.filter((line) => line.startsWith('2025')).map((line) => line.split(',')[1] ?? '');
  const codes = words.map((word) => word.replaceAll('"', '')).filter((word) => word !== '000000');
  return { ...texts('ubigeo', codes), codeSystem: 'inei' };
}

describeWith(GEO, 'real maps of Peru', () => {
  it('are read with the code of each place, and proven to be INEI’s', async () => {
    for (const [file, count, digits] of [
      ['pe-departamentos-simple.geojson', 25, 2],
      ['pe-departamentos.topo.30pct.json', 25, 2],
      ['pe-departamentos.topo.q1e4.json', 25, 2],
      ['pe-provincias.topo.q1e4.json', 195, 4],
      ['pe-distritos-simple.geojson', 1826, 6],
      ['pe-distritos.topo.q1e4.json', 1826, 6],
    ] as const) {
      const map = await mapIn(file);
      expect(map.codeSystem, file).to.equal('inei');
      expect(map.places.length, file).to.equal(count);
      expect(
        map.places.every(({ code }) => code.length === digits),
        file,
      ).to.equal(true);
    }
  });

  it('are not taken for INEI’s where no name says so', async () => {
    expect((await mapIn('pe-distritos.topo.40pct.json')).isAmbiguous).to.equal(true);
    expect((await mapIn('pe-distritos.topo.40pct.json', 'inei')).codeSystem).to.equal('inei');
  });

  it('tell how many districts of INEI’s list of 2025 they show', async () => {
    const map = await mapIn('pe-distritos-simple.geojson');
    expect(map.notices).to.deep.include({ code: 'no-area', count: 8, total: 1834 });
    const match = matchPlaces(districtsOf2025(), map);
    expect([match.total - match.unmatched.length, match.total]).to.deep.equal([1824, 1891]);
    expect(match.unmatched).to.include('130112');
    expect(match.withoutData).to.have.length(2);
  });

  it('are drawn without a place that fills the map, and with Loreto as the largest', async () => {
    for (const file of ['pe-departamentos-simple.geojson', 'pe-departamentos.topo.q1e4.json']) {
      const map = await mapIn(file);
      if (map.kind !== 'shapes') throw new Error('no shapes');
      const { boxes, box } = drawShapes(map.places);
      const areas = boxes.map(({ width, height }) => (width * height) / (box.width * box.height));
      expect(Math.max(...areas), file).to.be.below(0.5);
      expect(map.places[areas.indexOf(Math.max(...areas))]?.code, file).to.equal('16');
    }
  });

  it('of capitals have no areas, and say what was expected', async () => {
    const { details } = await failureOf(mapIn('pe-capitales-provincia.geojson'), 'no-shapes');
    expect(details.host).to.equal('mapas.example');
    expect(details.expected).to.include('"type": "FeatureCollection"');
  });
});

describeWith(CSV_FOLDER, 'real files of crime on a map of Peru', () => {
  serveCsv();

  it('are refused where their codes are RENIEC’s, or nobody says whose', async () => {
    const asked = { value: 'sum(cantidad)', by: 'ubigeo' };
    const { column } = placeValues(await askFile('pe-lambayeque-delitos-2019-2023.csv', asked), asked);
    const districts = await mapIn('pe-distritos-simple.geojson');
    const silent = await thrownBy(() => matchPlaces(column, districts));
    expect(silent.details).to.include({ attribute: 'code-system', value: '' });
    const reniec = await thrownBy(() => matchPlaces({ ...column, codeSystem: 'reniec' }, districts));
    expect(reniec.details).to.include({ attribute: 'code-system', value: 'reniec' });
    expect(reniec.details.expected).to.deep.equal(['inei']);
  });

  it('never put a unit of Lima’s police on a department', () => {
    const units = texts('dpto', ['LIMA METROPOLITANA', 'REGION LIMA', 'PROV. CONST. DEL CALLAO', 'CUSCO']);
    const map = peruGrid();
    const match = matchPlaces(units, map);
    expect([...match.placeOf].map((place) => map.places[place]?.name)).to.deep.equal([
      undefined,
      undefined,
      'Callao',
      'Cusco',
    ]);
    expect(match.unmatched).to.deep.equal(['LIMA METROPOLITANA', 'REGION LIMA']);
  });

  it('are joined by the names of departments, and say which are missing', async () => {
    const asked = { value: 'sum(n)', by: 'departamento', time: 'año' };
    const file = 'pe-sinadef-violentas-por-departamento-2023-2025.csv';
    const { column } = placeValues(await askFile(file, asked), asked);
    const match = matchPlaces(column, peruGrid());
    expect(match.unmatched).to.deep.equal(['SIN REGISTRO']);
    expect(match.total - 1 + match.withoutData.length).to.equal(25);
  });
});
