import type { MapDocument } from '../table/shape.js';

/**
 * The 24 departments of Peru and Callao: INEI's code, name, and where each one's square lies, row and column from 0.
 * The layout is this project's own: neighbours stay neighbours as far as squares allow it.
 */
export const DEPARTMENTS: readonly (readonly [
  code: string,
  name: string,
  row: number,
  column: number,
  short?: string,
])[] = [
  ['01', 'Amazonas', 1, 2],
  ['02', 'Áncash', 3, 1],
  ['03', 'Apurímac', 5, 3],
  ['04', 'Arequipa', 6, 3],
  ['05', 'Ayacucho', 6, 2],
  ['06', 'Cajamarca', 1, 1],
  ['07', 'Callao', 4, 0],
  ['08', 'Cusco', 4, 3],
  ['09', 'Huancavelica', 5, 2, 'HCV'],
  ['10', 'Huánuco', 3, 2, 'HCO'],
  ['11', 'Ica', 5, 1],
  ['12', 'Junín', 4, 2],
  ['13', 'La Libertad', 2, 1, 'LIB'],
  ['14', 'Lambayeque', 2, 0],
  ['15', 'Lima', 4, 1],
  ['16', 'Loreto', 1, 3],
  ['17', 'Madre de Dios', 4, 4, 'MDD'],
  ['18', 'Moquegua', 6, 4],
  ['19', 'Pasco', 3, 3],
  ['20', 'Piura', 1, 0],
  ['21', 'Puno', 5, 4],
  ['22', 'San Martín', 2, 2, 'SMA'],
  ['23', 'Tacna', 7, 4],
  ['24', 'Tumbes', 0, 0],
  ['25', 'Ucayali', 2, 3],
];

/** What else the province that counts as a department is called. Lima's two police units are no department, and not here. */
const ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['07', ['Prov. Const. del Callao', 'Provincia Constitucional del Callao']],
]);

const LETTERS = 3;

/** The first letters of a name: what a square has room for. */
export function shortOf(name: string): string {
  const letters = name.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
  return letters.slice(0, LETTERS).toUpperCase();
}

/** Squares for the departments of Peru: no file to ask for. */
export function peruGrid(): MapDocument {
  const places = DEPARTMENTS.map(([code, name, row, column, short = shortOf(name)]) => ({
    code,
    name,
    row,
    column,
    short,
  }));
  return { kind: 'tiles', places, codeSystem: 'inei', isAmbiguous: false, aliases: ALIASES, notices: [] };
}
