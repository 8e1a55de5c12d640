import type { MapEngine } from '../../src/engine/shapes.js';
import { DataError } from '../../src/errors.js';
import { parseMap } from '../../src/sources/map-document.js';
import { DEPARTMENTS } from '../../src/sources/peru-departments.js';
import type { StorySource } from './source.js';

/** None of these figures was ever counted: they show what a widget does. Each says so itself. */
const SYNTHETIC = { publisher: 'Datos sintéticos' } as const;

/** A rate for each department and year, always the same: some kept back, some missing, the last ones provisional. */
function rates(): StorySource['rows'] {
  const kept: Readonly<Record<string, string>> = { '09': 'c', '17': ':', '21': 'z', '19': 'u' };
  return [2023, 2024, 2025].flatMap((year) =>
    DEPARTMENTS.map(([code, name], place) => {
      const status = kept[code] ?? (year === 2025 ? 'p' : '');
      const rate = 3 + ((place * 37 + (year - 2020) * 11) % 23) + place / 10;
      return [
        year,
        code,
        name.toUpperCase(),
        /[c:z]/.test(status) ? '' : rate.toFixed(1),
        status,
        40 + place * 13,
      ];
    }),
  );
}

export const RATES: StorySource = {
  url: 'https://datos.example/departamentos.csv',
  names: ['anio', 'ubigeo', 'departamento', 'tasa', 'estado', 'casos'],
  rows: rates(),
  metadata: { ...SYNTHETIC, title: 'Tasa de robos denunciados (datos sintéticos)' },
};

/** Two units of the police that are parts of one department, and a total: none of them is a place of the map. */
export const UNITS: StorySource = {
  url: 'https://datos.example/unidades.csv',
  names: ['unidad', 'tasa'],
  rows: [
    ['LIMA METROPOLITANA', '12.4'],
    ['REGION LIMA', '8.1'],
    ['PROV. CONST. DEL CALLAO', '19.3'],
    ['ICA', '6.6'],
    ['PIURA', '10.2'],
    ['PERU', '9.9'],
  ],
  metadata: { ...SYNTHETIC, title: 'Tasa por unidad policial (datos sintéticos)' },
};

/** An invented region of 48 districts: irregular cells, so that a story needs no file. */
function districts(): object[] {
  const corner = (x: number, y: number): [number, number] => [
    -79 + x * 0.2 + 0.06 * Math.sin(x * 3 + y * 5),
    -8 + y * 0.2 + 0.06 * Math.cos(x * 7 + y * 2),
  ];
  return Array.from({ length: 48 }, (_, index) => {
    const [x, y] = [index % 6, Math.floor(index / 6)];
    const ring = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1), corner(x, y)];
    const properties = { CODIGO: `X${String(index + 1).padStart(2, '0')}`, NOMBRE: `Distrito ${index + 1}` };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
}

export const DISTRICTS: StorySource = {
  url: 'https://datos.example/distritos.csv',
  names: ['codigo', 'denuncias', 'poblacion'],
  rows: Array.from({ length: 47 }, (_, index) => [
    `X${String(index + 1).padStart(2, '0')}`,
    (index * 29) % 90,
    20_000 + ((index * 7919) % 60_000),
  ]),
  metadata: { ...SYNTHETIC, title: 'Tasa de denuncias por distrito (datos sintéticos)' },
};

/** Gives the shapes of the invented region, as the page's own engine reads them. */
export const SHAPES: MapEngine = {
  shapes: (question) =>
    parseMap(JSON.stringify({ type: 'FeatureCollection', features: districts() }), 'datos.example', question),
};

/** Fails whenever it is asked. */
export const noShapes: MapEngine = {
  shapes: () =>
    Promise.reject(
      new DataError('http', {
        attribute: 'geometry',
        host: 'datos.example',
        path: '/mapa.json',
        status: 404,
      }),
    ),
};
