type Row = readonly string[];

/**
 * A name over several columns is written over the first, as merged cells leave it: it holds for those to its right
 * that have a name of their own below.
 */
function spread(row: Row, below: readonly Row[]): string[] {
  let over = '';
  return row.map((cell, column) => {
    const hasBelow = below.some((each) => (each[column] ?? '') !== '');
    if (cell !== '') over = hasBelow ? cell : '';
    return cell === '' && hasBelow ? over : cell;
  });
}

/** The names of columns whose header is in several rows, their parts joined: `2023 casos`. */
export function joinHeader(rows: readonly Row[], join: string): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => row[column]?.trim() ?? ''));
  const parts = full.map((row, index) => spread(row, full.slice(index + 1)));
  return Array.from({ length: width }, (_, column) => {
    const said = parts.map((row) => row[column] ?? '').filter((part) => part !== '');
    // A cell that goes down over several rows may be written in each.
    return said.filter((part, index) => part !== said[index - 1]).join(join);
  });
}
