import { nearestName } from '../../table/nearest.js';
import { findColumn, type Table } from '../../table/table.js';
import { checkCells, filled, type Field } from './cells.js';
import { rule, together, type Checked } from './finding.js';

/** A portal's own number of each row. */
const OWN = /^_id$/;

/** Whether the columns are those that the schema says, with something in each, and what is in them. */
export function checkColumns(table: Table, fields: readonly Field[]): Checked {
  const names = table.columns.map(({ name }) => name);
  const undeclared = names.filter(
    (name) => !OWN.test(name) && !fields.some((field) => findColumn(table, field.name)?.name === name),
  );
  const gone = fields.filter(({ name }) => !findColumn(table, name));
  const there = fields.flatMap((field) => {
    const column = findColumn(table, field.name);
    return column ? [{ field, column }] : [];
  });
  const empty = there.filter(({ column }) => table.length > 0 && filled(column) === 0);
  return together([
    rule('completeness', fields.length, [
      ...gone.map(({ name }) => {
        // One that is gone beside one that is new is most likely renamed.
        const [only, more] = gone.length === 1 ? undeclared : [];
        const nearest = nearestName(name, undeclared) ?? (more === undefined ? only : undefined);
        return { code: 'column-gone' as const, column: name, ...(nearest !== undefined && { nearest }) };
      }),
      ...empty.map(({ field }) => ({ code: 'column-empty' as const, column: field.name })),
    ]),
    {
      findings: undeclared.map((column) => ({ code: 'column-undeclared', isRemark: true, column })),
      tested: [],
    },
    ...there.map(({ field, column }) => checkCells(column, field, table.length)),
  ]);
}
