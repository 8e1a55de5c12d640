import { fact, type Case } from '../case.js';
import { rounded, sumOf, wordsOf } from '../measure.js';

type Row = Readonly<Record<string, string | number>>;

export const jsonCases: readonly Case[] = [
  {
    protocol: 'json',
    file: 'real/crime-json/pe-lambayeque-delitos-2019-2023.json',
    address: 'https://archivos.example/delitos.json',
    facts: ({ table }, text) => {
      const rows = JSON.parse(text) as Row[];
      const articles = rows.map(({ articulo }) => String(articulo).trim());
      return [
        fact('rows', table.length, rows.length),
        fact('columns', table.columns.length, Object.keys(rows[0] ?? {}).length),
        fact(
          'sum of cantidad',
          sumOf(table, 'cantidad'),
          rounded(rows.reduce((total, { cantidad }) => total + Number(cantidad), 0)),
        ),
        fact('different articulo', wordsOf(table, 'articulo'), [...new Set(articles)].sort()),
      ];
    },
  },
];
