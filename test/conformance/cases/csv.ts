import { readByHand } from '../../table/read-by-hand.js';
import { readRaw, columnOf } from '../../real/raw-csv.js';
import { CSV_FILES, type CsvName } from '../../real/csv-files.js';
import { fact, type Case } from '../case.js';
import { absentIn, rounded, sumOf, wordsOf } from '../measure.js';

/** A file of crimes, counted and added up line by line. */
function crimes(name: CsvName): Case {
  const described = CSV_FILES[name];
  const readNumber = 'readNumber' in described ? described.readNumber : Number;
  return {
    protocol: 'csv',
    file: `real/crime-csv/${name}`,
    address: `https://archivos.example/${name}`,
    facts: ({ table }) => {
      const raw = readRaw(name, described);
      return [
        fact('rows', table.length, raw.rows.length),
        fact('columns', table.columns.length, raw.header.length),
        ...described.numbers.flatMap((column) => {
          const cells = columnOf(raw, column).filter((cell) => cell !== '' && cell !== 'NA');
          const sum = cells.reduce((total, cell) => total + readNumber(cell), 0);
          return [
            fact(`sum of ${column}`, sumOf(table, column), rounded(sum)),
            fact(`blanks of ${column}`, absentIn(table, column), raw.rows.length - cells.length),
          ];
        }),
      ];
    },
  };
}

/** A list of Peru's places: no code may lose its zero, none may be told apart that is one. */
function places(name: string, code: string, delimiter = ','): Case {
  return {
    protocol: 'csv',
    file: `real/ubigeo/${name}`,
    address: `https://archivos.example/${name}`,
    facts: ({ table }, text) => {
      const [header = [], ...rows] = readByHand(text.replace(/^\ufeff/, ''), delimiter);
      const codes = rows.map((row) => (row[header.indexOf(code)] ?? '').trim());
      return [
        fact('rows', table.length, rows.length),
        fact(`different ${code}`, wordsOf(table, code), [...new Set(codes)].sort()),
      ];
    },
  };
}

export const csvCases: readonly Case[] = [
  ...(Object.keys(CSV_FILES) as CsvName[]).map(crimes),
  places('ubigeo_inei_2025.csv', 'ubigeo', ';'),
  places('ubigeo_reniec_2025.csv', 'ubigeo', ';'),
  places('poblacion_departamentos_2023-2025.csv', 'UBIGEO'),
  places('poblacion_provincias_2023-2025.csv', 'UBIGEO'),
  places('poblacion_distritos_2023-2025.csv', 'UBIGEO'),
  places('ubigeo_departamento_aumentado.csv', 'reniec'),
  places('ubigeo_provincia_aumentado.csv', 'inei'),
  places('ubigeo_distrito_aumentado.csv', 'inei'),
  places('equivalencia-ubigeos-oti-concytec.csv', 'cod_ubigeo_reniec'),
];
