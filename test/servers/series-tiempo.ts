import type { PortalReply } from '../support/push-down-law.js';

export interface Series {
  /** One row a month, from January of 2015: the values of two series. */
  readonly rows: readonly (readonly [first: number | null, second: number | null])[];
  /** Fewer rows are given at once than the service says. */
  readonly most: number;
  /** Some versions do not count. */
  readonly counts: boolean;
}

const refuse = (error: string): PortalReply => ({
  status: 400,
  body: JSON.stringify({ errors: [{ error }], failed_series: [] }),
});

/** Values of a year put together; what is not there does not count. */
function together(values: readonly (number | null)[], how: string): number | null {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return null;
  const sum = present.reduce((all, one) => all + one, 0);
  return how === 'sum' ? sum : sum / present.length;
}

/** The API de Series de Tiempo, with its cap, its refusals and its average where nobody says otherwise. */
export function seriesTiempo({ rows, most, counts }: Series): (url: URL) => PortalReply {
  return ({ searchParams: given }) => {
    const limit = Number(given.get('limit') ?? 100);
    if (limit > 1000) return refuse(`Parámetro limit por encima del límite permitido (1000): ${limit}`);
    const [from, to] = [given.get('start_date') ?? '0', given.get('end_date') ?? '9'];
    const monthly = rows.map((values, index): [string, ...(number | null)[]] => [
      `${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
      ...values,
    ]);
    let kept: (readonly (string | number | null)[])[] = monthly.filter(
      ([date]) => date >= from && date <= to,
    );
    const collapse = given.get('collapse');
    const how = given.get('collapse_aggregation') ?? 'avg';
    if (collapse === 'year') {
      const years = [...new Set(kept.map(([date]) => String(date).slice(0, 4)))];
      kept = years.map((year) => {
        const within = monthly.filter(([date]) => date >= from && date <= to && date.startsWith(year));
        return [
          `${year}-01-01`,
          together(
            within.map(([, a]) => a as number | null),
            how,
          ),
          together(
            within.map(([, , b]) => b as number | null),
            how,
          ),
        ];
      });
    }
    const start = Number(given.get('start') ?? 0);
    const data = kept.slice(start, start + Math.min(limit, most));
    const field = (id: string, units: string) => ({
      dataset: { title: 'Denuncias', source: 'Ministerio' },
      field: { id, units, description: `Serie ${id}`, frequency: 'R/P1M' },
    });
    const meta = [
      { frequency: collapse ?? 'month' },
      field('1.1_A', 'Unidades'),
      field('1.1_B', 'Porcentaje'),
    ];
    return { body: JSON.stringify({ data, ...(counts && { count: kept.length }), meta, params: {} }) };
  };
}
