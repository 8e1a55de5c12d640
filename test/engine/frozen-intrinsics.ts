import { argv, stdout } from 'node:process';
import { toRows } from '../../src/table/rows.js';
import { tableFrom } from '../support/ask-page.js';

/** A page that has frozen what all objects share: what is given to it as addresses is read, and written out. */
const SHARED = [Object, Array, Function, String, Number, Boolean, RegExp, Map, Set, Promise, Error, Date];
for (const each of SHARED) Object.freeze(each.prototype);

const tables = await Promise.all(argv.slice(2).map((src) => tableFrom(src)));
stdout.write(JSON.stringify(tables.map((table) => [table.columns.map(({ name }) => name), toRows(table)])));
