import { DataError } from '../errors.js';
import { decode } from '../request/decode.js';
import type { TableBuilder } from '../table/builder.js';
import type { Notice } from '../table/notice.js';
import { addCube } from './cube.js';
import { saidOf } from './descriptor-text.js';
import { cleanNote, NoteList, type Notes } from './json-stat-notes.js';
import { readDecimals } from './json-stat-units.js';
import { refuseBinary } from './binary.js';
import { refusePages } from './not-data.js';
import { pxCells } from './px-data.js';
import { pxDimensions } from './px-dimensions.js';
import { Keywords } from './px-keywords.js';
import type { Part, Source, SourceMetadata, TextReply } from './source.js';

/** A dash is a zero where the file says so, and nowhere else. */
const ZERO = /zero|cero|\bnil\b|none|ningun/i;

const NUMBER = /^[-+]?(\d+(\.\d+)?|\.\d+)(e[-+]?\d+)?$/i;

/** The file's text, in the encoding that it names itself. */
async function textOf({ text, bytes }: TextReply, host: string, notices: Notice[]): Promise<string> {
  if (!bytes) return text;
  refuseBinary(bytes, host);
  const head = String.fromCharCode(...bytes.subarray(0, 3000));
  const page = /CODEPAGE\s*=\s*"([\w-]+)"/i.exec(head)?.[1];
  const isAnsi = /CHARSET\s*=\s*"ANSI"/i.test(head);
  const name =
    page === undefined ? isAnsi && 'windows-1252' : /^\d{3,4}$/.test(page) ? `windows-${page}` : page;
  const decoded = await decode(bytes, name ? `text/plain; charset=${name}` : '');
  if (decoded.assumedLatin) notices.push({ code: 'read-as-windows-1252' });
  if (decoded.hadNul) notices.push({ code: 'nul-removed' });
  refusePages(decoded.text, host);
  return decoded.text.replace(/^\ufeff/, '');
}

/** What the signs stand for, in the file's words. */
function symbolsOf(keywords: Keywords): Map<string, string> {
  const signs: [string, string][] = [1, 2, 3, 4, 5, 6].map((count) => [
    '.'.repeat(count),
    `DATASYMBOL${count}`,
  ]);
  signs.push(['-', 'DATASYMBOLNIL'], ['.......', 'DATASYMBOLSUM']);
  const told = signs.map(([sign, name]) => [sign, keywords.told(name)] as const);
  return new Map(told.filter(([, label]) => label !== ''));
}

/** Notes of the table, its variables, values and cells: those ending in X must be shown. */
function notesOf(keywords: Keywords): Notes {
  const list = new NoteList();
  for (const name of ['NOTE', 'VALUENOTE', 'CELLNOTE']) {
    for (const [keyword, must] of [
      [`${name}X`, true],
      [name, false],
    ] as const) {
      for (const { subjects, values } of keywords.all(keyword)) {
        const about = name === 'VALUENOTE' ? subjects.slice(1) : subjects.filter((each) => each !== '*');
        list.add(cleanNote(values.join(' ')), must, about.join(', '));
      }
    }
  }
  return list.notes();
}

function metadataOf(keywords: Keywords, { told, shown }: Notes, more: readonly string[]): SourceMetadata {
  const title = keywords.told('DESCRIPTION') || keywords.told('TITLE') || keywords.told('CONTENTS');
  const publisher = keywords.told('SOURCE');
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(keywords.told('LAST-UPDATED')) ?? [];
  const notes = [...shown, ...more];
  const updated = year && `${year}-${month}-${day}`;
  return saidOf({ title, publisher, updated, description: told, notes });
}

async function parse(reply: TextReply, builder: TableBuilder): Promise<Part> {
  const { host } = new URL(reply.url);
  const notices: Notice[] = [];
  const text = await textOf(reply, host, notices);
  if (!/\bDATA\s*=/i.test(text)) throw new DataError('not-data', { host, expected: ['PX'] });
  const keywords = new Keywords(text, host);
  const places = pxDimensions(keywords, host);
  const cells = await pxCells(text, keywords, places, host);
  const symbols = symbolsOf(keywords);
  const nil = ZERO.test(symbols.get('-') ?? '') ? '0' : undefined;
  const written = (cell: number): string => {
    const sign = cells.at(cell);
    return sign === '-' ? (nil ?? sign) : sign;
  };
  const label = keywords.told('CONTENTS');
  const unit = keywords.told('UNITS');
  const decimals = readDecimals(keywords.first('SHOWDECIMALS') || keywords.first('DECIMALS'));
  const hasUnits = keywords.all('UNITS').some(({ subjects }) => subjects.length === 0);
  const added = await addCube(
    {
      dimensions: [...places.stub, ...places.heading],
      valueAt: (cell) => (NUMBER.test(written(cell)) ? written(cell) : undefined),
      statusAt: (cell) => (NUMBER.test(written(cell)) ? '' : written(cell)),
      filled: cells.filled,
      isNumeric: true,
      value: {
        ...(label && { label }),
        ...(unit && hasUnits && { unit }),
        ...(decimals !== undefined && { decimals }),
      },
      statusLabels: symbols,
    },
    builder,
  );
  const metadata = metadataOf(keywords, notesOf(keywords), added.notes);
  return { decimal: '.', columns: added.columns, notices: [...notices, ...added.notices], metadata };
}

/** A PX file (PC-Axis, AXIS-VERSION 2000 to 2013): a table of statistics with all that is said of it. */
export const source: Source = {
  readsBytes: true,
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
