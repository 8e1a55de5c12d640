/** A prime under which products of two residues are exact. */
const PRIME = 67_108_859;

/** Sums that are known to hold: these cells, each times its sign, are together what is known. */
export type Relation = ReadonlyMap<number, 1 | -1>;

type Row = Map<number, number>;

function inverse(of: number): number {
  let [result, base] = [1, of];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

/** Takes one unknown of each relation away from all others; those of few relations first, so that rows stay short. */
function eliminate(relations: readonly Relation[], isUnknown: (cell: number) => boolean): [number, Row][] {
  const rows = new Set<Row>();
  const rowsOf = new Map<number, Set<Row>>();
  for (const relation of relations) {
    const row: Row = new Map();
    for (const [cell, sign] of relation) if (isUnknown(cell)) row.set(cell, (sign + PRIME) % PRIME);
    if (row.size === 0) continue;
    rows.add(row);
    for (const cell of row.keys()) rowsOf.set(cell, (rowsOf.get(cell) ?? new Set()).add(row));
  }
  const solved: [number, Row][] = [];
  for (const row of [...rows].sort((a, b) => a.size - b.size)) {
    const [pivot] = [...row.keys()].sort((a, b) => (rowsOf.get(a)?.size ?? 0) - (rowsOf.get(b)?.size ?? 0));
    for (const cell of row.keys()) rowsOf.get(cell)?.delete(row);
    if (pivot === undefined) continue;
    const scale = inverse(row.get(pivot) ?? 1);
    for (const other of [...(rowsOf.get(pivot) ?? [])]) {
      const factor = ((PRIME - (other.get(pivot) ?? 0)) * scale) % PRIME;
      for (const [cell, value] of row) {
        const sum = ((other.get(cell) ?? 0) + factor * value) % PRIME;
        if (sum === 0) {
          other.delete(cell);
          rowsOf.get(cell)?.delete(other);
        } else {
          other.set(cell, sum);
          rowsOf.set(cell, (rowsOf.get(cell) ?? new Set()).add(other));
        }
      }
    }
    solved.push([pivot, row]);
  }
  return solved;
}

/**
 * The unknown cells that can be computed from all others by some sequence of additions and subtractions. What can not
 * be changes in a change of the unknowns, drawn at random, that leaves every relation as it is: two draws, so that
 * one which happens to be zero deceives nobody.
 */
export function computable(
  relations: readonly Relation[],
  isUnknown: (cell: number) => boolean,
): Set<number> {
  const solved = eliminate(relations, isUnknown);
  const changes = new Set<number>();
  let seed = 20_260_812;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) % PRIME;
  for (let draw = 0; draw < 2; draw++) {
    const change = new Map<number, number>();
    for (const [pivot, row] of [...solved].reverse()) {
      let sum = 0;
      for (const [cell, value] of row) {
        if (cell === pivot) continue;
        if (!change.has(cell)) change.set(cell, random());
        sum = (sum + value * (change.get(cell) ?? 0)) % PRIME;
      }
      const scale = inverse(row.get(pivot) ?? 1);
      change.set(pivot, ((PRIME - sum) * scale) % PRIME);
    }
    for (const [cell, by] of change) if (by !== 0) changes.add(cell);
  }
  const unknown = new Set(relations.flatMap((relation) => [...relation.keys()].filter(isUnknown)));
  return new Set([...unknown].filter((cell) => !changes.has(cell)));
}
