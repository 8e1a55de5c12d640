import type { Manifest } from '../../observatory/manifest.js';
import { asTextColumn } from '../../query/as-text.js';
import { nearestName } from '../../table/nearest.js';
import { findColumn, type Table } from '../../table/table.js';
import { cellsThat, listedValues } from './cells.js';
import { rule, together, type Checked, type Finding } from './finding.js';

type Resource = Manifest['resources'][number];

interface OffenceColumn {
  readonly column: string;
  /** The codes of the column's system that the crosswalk has. */
  readonly joined: ReadonlySet<string>;
}

/** The columns of offences that indicators name, with the codes that their crosswalks join. */
function offenceColumns({ indicators = [], crosswalks = [] }: Manifest, { name }: Resource): OffenceColumn[] {
  const found = indicators.flatMap(({ resource, offence }): OffenceColumn[] => {
    const crosswalk = offence && crosswalks.find((each) => each.name === offence.crosswalk);
    if (resource !== name || !crosswalk) return [];
    const codes = crosswalk.rows.flatMap((row) => row[offence.system] ?? []);
    return [{ column: offence.column, joined: new Set(codes) }];
  });
  return [...new Map(found.map((each) => [each.column, each])).values()];
}

/** Codes of offences that no crosswalk joins and no schema lists, and codes of the crosswalk that no row has. */
export function checkOffences(table: Table, manifest: Manifest, resource: Resource): Checked {
  return together(
    offenceColumns(manifest, resource).map(({ column: name, joined }) => {
      const column = findColumn(table, name);
      if (!column || table.length === 0) return together([]);
      const { words } = asTextColumn(column);
      const field = resource.schema?.fields.find((each) => each.name === name);
      // What the schema lists is known, and left apart on purpose.
      const known = new Set([...joined, ...((field && listedValues(field)) ?? [])]);
      const cells = cellsThat(column, (word) => !known.has(word));
      const nearest = cells && nearestName(cells.value ?? '', [...joined]);
      const unused = [...joined].filter((code) => !words.includes(code));
      const unknown: Finding[] = cells
        ? [
            {
              ...{ code: 'offence-without-code', column: name, ...cells },
              ...{ count: words.filter((word) => !known.has(word)).length },
              ...(nearest !== undefined && { nearest }),
            },
          ]
        : [];
      const remarks: Finding[] = unused.map((value) => ({
        ...{ code: 'offence-unused', isRemark: true, column: name, value },
      }));
      return together([rule('consistency', words.length, unknown), { findings: remarks, tested: [] }]);
    }),
  );
}
