import type { Answer, Question } from '../../engine/engine.js';
import { Pauses } from '../../pause.js';
import type { Column } from '../../table/column.js';
import { toCsv, writtenColumns } from '../../table/to-csv.js';
import { toJson } from '../../table/to-json.js';
import { statusSymbols } from '../../text/status-symbols.js';
import type { Format } from './formats.js';

/** What the header file tells beside the data. */
export interface FileFacts {
  readonly title: string;
  /** What readers call each column; `''` where that is its name. */
  readonly titles: readonly string[];
  readonly place: string;
  readonly unit: string;
  readonly definition: string;
  readonly sourceName: string | undefined;
  readonly sourceHref: string | undefined;
  readonly license: string;
  readonly updated: string;
  readonly dataThrough: string;
  /** The column of statuses, in the reader's language. */
  readonly statusHeader: string;
  /** What was asked beside the question itself: with whom it is compared, what a plan sets. */
  readonly besideQuestion?: Readonly<Record<string, string>>;
}

export interface BuiltFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const MOST_NAME = 80;

/** A file name without accents, spaces or anything that a file system or a reader could mistake. */
function fileName(title: string, ending: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_NAME - ending.length - 1)
    .replace(/^-+|-+$/g, '');
  return `${slug === '' ? 'datos' : slug}.${ending}`;
}

/** The column of a measure's statuses: short where there is one such column and the name is free. */
function statusNames(columns: readonly Column[], header: string): (measure: string) => string {
  const word = header.toLowerCase();
  const marked = columns.filter(
    (column) =>
      column.kind === 'number' &&
      !column.bound &&
      column.part !== 'previous' &&
      column.statuses.some(Boolean),
  );
  const isFree = marked.length === 1 && columns.every(({ name }) => name.toLowerCase() !== word);
  return (measure) => (isFree ? word : `${measure}_${word}`);
}

const TYPES = { text: 'string', number: 'number', period: 'string' } as const;

const ASKED = [
  ...(['src', 'protocol', 'value', 'time', 'by', 'where', 'per', 'interval', 'reporting'] as const),
  ...(['suppressUnder', 'revisions', 'sort', 'limit'] as const),
];

/** What was asked, without what only says how long to wait. */
function askedOf(question: Question): Record<string, string> {
  const all: (readonly [name: string, text: string | undefined])[] = [
    ...ASKED.map((name) => [name, question[name]] as const),
    ['period', question.range],
  ];
  return Object.fromEntries(all.filter((entry): entry is [string, string] => !!entry[1]));
}

/** Source, licence, dates, question and columns, in the terms of a Frictionless Data Package. */
function headerFile(answer: Answer, question: Question, facts: FileFacts, dataFile: string): string {
  const { url, fetchedAt } = answer.provenance;
  const name = fileName(facts.title, '').replace(/\.$/, '');
  const header = {
    profile: 'tabular-data-package',
    name,
    title: facts.title,
    ...(facts.definition && { description: facts.definition }),
    ...(facts.place && { place: facts.place }),
    sources: [{ title: facts.sourceName ?? null, path: facts.sourceHref ?? url }],
    licenses: facts.license ? [{ title: facts.license }] : [],
    dates: {
      dataThrough: facts.dataThrough || null,
      published: facts.updated || null,
      retrieved: new Date(fetchedAt).toISOString(),
    },
    query: { ...askedOf(question), ...facts.besideQuestion },
    resources: [
      {
        name,
        path: dataFile,
        url,
        encoding: 'utf-8',
        rows: answer.table.length,
        ...(answer.provenance.partial && { partial: answer.provenance.partial }),
        schema: {
          fields: answer.table.columns.map((column, index) => ({
            name: column.name,
            type: TYPES[column.kind],
            ...(facts.titles[index] && { title: facts.titles[index] }),
            ...(column.role === 'measure' && facts.unit && { unit: facts.unit }),
          })),
          missingValues: [''],
        },
      },
    ],
  };
  return `${JSON.stringify(header, null, 2)}\n`;
}

/** Writes an answer in one format, in slices that let the page breathe. */
export async function buildFile(
  format: Format,
  answer: Answer,
  question: Question,
  facts: FileFacts,
  suffix = '',
): Promise<BuiltFile> {
  const { table } = answer;
  const title = suffix === '' ? facts.title : `${facts.title} ${suffix}`;
  const statusName = statusNames(table.columns, facts.statusHeader);
  const csvName = fileName(title, 'csv');
  if (format === 'json') {
    const text = toJson(table, statusName, statusSymbols);
    return { name: fileName(title, 'json'), type: 'application/json', text };
  }
  if (format === 'header') {
    const text = headerFile(answer, question, facts, csvName);
    return { name: fileName(`${title} datapackage`, 'json'), type: 'application/json', text };
  }
  const pauses = new Pauses();
  const columns = writtenColumns(table, statusName, statusSymbols);
  const forExcel = format === 'excel';
  const text = await toCsv(columns, table.length, { forExcel, breathe: () => pauses.breathe() });
  return {
    name: forExcel ? fileName(`${title} excel`, 'csv') : csvName,
    type: 'text/csv;charset=utf-8',
    text,
  };
}
