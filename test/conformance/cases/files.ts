import { readByHand } from '../../table/read-by-hand.js';
import { fact, type Case } from '../case.js';
import { absentIn, cellsOf, rounded, sumOf, wordsOf } from '../measure.js';
import { readWorkbook } from '../raw-workbook.js';

type Properties = Readonly<Record<string, string | number | null>>;
interface Shape {
  readonly properties: Properties;
}

/** What is counted in shapes: codes that keep their zeros, and one property of numbers where there is any. */
const shapes = (protocol: 'geojson' | 'topojson', file: string, code: string, summed?: string): Case => ({
  protocol,
  file: `real/geo/${file}`,
  // Of the names of these files `.topo.q1e4.json` tells nothing: the reply must.
  address: `https://archivos.example/geo/${file}`,
  facts: ({ table }, text) => {
    const document = JSON.parse(text) as {
      features?: readonly Shape[];
      objects?: Readonly<Record<string, { readonly geometries: readonly Shape[] }>>;
    };
    const all = document.features ?? Object.values(document.objects ?? {})[0]?.geometries ?? [];
    const codes = all.map(({ properties }) => String(properties[code]));
    const keys = new Set(all.flatMap(({ properties }) => Object.keys(properties)));
    const sum = all.reduce((total, { properties }) => total + Number(properties[summed ?? '']), 0);
    return [
      fact('rows', table.length, all.length),
      fact('columns', table.columns.length, keys.size),
      fact(code, cellsOf(table, code), codes),
      ...(summed === undefined ? [] : [fact(`sum of ${summed}`, sumOf(table, summed), rounded(sum))]),
    ];
  },
});

/** A table of a workbook below a header, of which columns of numbers are added up and one of codes is listed. */
const workbook = (file: string, headerRow: number, numbers: readonly string[], code: string): Case => ({
  protocol: 'xlsx',
  file: `real/${file}`,
  address: `https://archivos.example/${file}`,
  ...(headerRow > 1 && { asked: { source: { headerRows: String(headerRow) } } }),
  facts: ({ table }) => {
    const sheet = readWorkbook(`real/${file}`);
    const header = Object.entries(sheet[headerRow - 1] ?? {});
    const rows = sheet.slice(headerRow).filter((row) => Object.keys(row).length > 0);
    const column = (name: string): string[] => {
      const [letters = ''] = header.find(([, title]) => title.trim() === name) ?? [];
      return rows.map((row) => row[letters] ?? '');
    };
    return [
      fact('rows', table.length, rows.length),
      fact('columns', table.columns.length, header.length),
      fact(`different ${code}`, wordsOf(table, code), [...new Set(column(code))].sort()),
      ...numbers.flatMap((name) => {
        const cells = column(name).filter((cell) => cell !== '');
        const sum = cells.reduce((total, cell) => total + Number(cell), 0);
        return [
          fact(`sum of ${name}`, sumOf(table, name), rounded(sum)),
          fact(`blanks of ${name}`, absentIn(table, name), rows.length - cells.length),
        ];
      }),
    ];
  },
});

export const fileCases: readonly Case[] = [
  shapes('geojson', 'pe-departamentos-simple.geojson', 'FIRST_IDDP', 'HECTARES'),
  shapes('geojson', 'pe-distritos-simple.geojson', 'IDDIST', 'AREA_MINAM'),
  shapes('geojson', 'pe-capitales-provincia.geojson', 'PROVINCIA'),
  shapes('topojson', 'pe-departamentos.topo.q1e4.json', 'FIRST_IDDP'),
  shapes('topojson', 'pe-departamentos.topo.30pct.json', 'FIRST_IDDP'),
  shapes('topojson', 'pe-provincias.topo.q1e4.json', 'FIRST_IDPR'),
  shapes('topojson', 'pe-distritos.topo.q1e4.json', 'IDDIST'),
  shapes('topojson', 'pe-distritos.topo.40pct.json', 'IDDIST'),
  workbook('crime-xls/unodc-robbery.xlsx', 1, ['count', 'rate'], 'country'),
  workbook('crime-docs/pe-sidpol-diccionario.xlsx', 4, ['Tamaño'], 'Variable'),
  {
    protocol: 'csvw',
    file: 'real/csvw/test032-events-listing.csv',
    address: 'https://eventos.example/csv-metadata.json',
    beside: { 'csv-metadata.json': 'real/csvw/test032-metadata.json' },
    facts: ({ table }, text) => {
      const [, ...rows] = readByHand(text.endsWith('\n') ? text : `${text}\n`);
      return [
        fact('rows', table.length, rows.length),
        fact(
          'days',
          cellsOf(table, 'start_date'),
          rows.map(([, day = '']) => day.slice(0, 10)),
        ),
        fact(
          'addresses',
          cellsOf(table, 'location_address'),
          rows.map((row) => row[3]),
        ),
      ];
    },
  },
  {
    protocol: 'csvw',
    file: 'real/csvw/test034-junior-roles.csv',
    address: 'https://puestos.example/csv-metadata.json',
    asked: { source: { resource: 'junior-roles.csv' } },
    beside: { 'csv-metadata.json': 'real/csvw/test034-metadata.json' },
    facts: ({ table }, text) => {
      const [header = [], ...rows] = readByHand(text.endsWith('\n') ? text : `${text}\n`);
      const posts = rows.reduce((total, row) => total + Number(row[5]), 0);
      return [
        fact('rows', table.length, rows.length),
        fact(
          'columns',
          table.columns.map(({ name }) => name),
          header,
        ),
        fact('sum of posts', sumOf(table, 'Number of Posts (FTE)'), rounded(posts)),
      ];
    },
  },
  {
    protocol: 'csvw',
    file: 'real/csvw/countries.json',
    address: 'https://paises.example/countries.json',
    asked: { source: { resource: 'cities.csv' } },
    fails: 'no-resource',
  },
];
