import * as z from 'zod/mini';
import { Amount, choiceOf, Day, Label, Name, Text, WebAddress } from './schema-parts.js';

/** A name that is more than a word stands in brackets, whatever it holds: `sum([Número de casos (total)])`. */
const MEASURE =
  /^\s*((sum|avg|min|max)\s*\(\s*(\[[^\]]+\]\s*|[^\s[][^()]*)\)|count\s*\([^()]*\)|\[[^\]]+\]|[^()\s[][^()]*)\s*$/i;

/** `sum(cantidad)`, `count()`, or a column. */
const Measure = z.string({ error: 'sum(cantidad)' }).check(
  z.regex(MEASURE, {
    error: 'sum(cantidad)',
  }),
);

/** Where a column has the names of places, or their codes. */
const PlaceColumn = z.union([Label, z.object({ column: Label, by: z.optional(choiceOf('name', 'code')) })], {
  error: '"departamento" | {"column": "ubigeo", "by": "code"}',
});
export type PlaceColumn = z.infer<typeof PlaceColumn>;

/** What a rate is per. */
const Denominator = z.object({
  /** Of the rows: `sum(poblacion)`. */
  value: z.optional(Measure),
  /** In its stead the inhabitants that the list of places tells, of the place and the year of each value. */
  of: z.optional(choiceOf('population')),
  /** Where it comes from, in words. */
  source: Text,
});

/** A column that an indicator may be broken down by. */
const Breakdown = z.union([Label, z.object({ column: Label, title: z.optional(Text) })], {
  error: '"modalidad" | {"column": "modalidad", "title": "Modalidad"}',
});

/** What is measured, in a way that a page can ask for by its name. */
export const Indicator = z.object({
  name: Name,
  title: Text,
  definition: Text,
  unit: Text,
  /** Whether less is better: by it progress towards a target is judged. */
  direction: choiceOf('lower', 'higher', 'neither'),
  resource: Name,
  numerator: Measure,
  denominator: z.optional(Denominator),
  /** A rate is per so many of its denominator. */
  scale: z.optional(Amount),
  decimals: z.optional(z.number({ error: '1' }).check(z.gte(0, { error: '1' }), z.lte(6, { error: '1' }))),
  time: z.optional(Label),
  /** Only these rows count. */
  where: z.optional(Label),
  status: z.optional(Label),
  /** The column of each level of places. */
  places: z.optional(z.record(Label, PlaceColumn)),
  breakdowns: z.optional(z.array(Breakdown)),
  /** What the international classification of crimes calls it, UNODC ICCS 2015: `0101`. */
  iccs: z.optional(z.string({ error: '0101' }).check(z.regex(/^\d{2,6}$/, { error: '0101' }))),
  /** The offence as a declared crosswalk has it: which of the resource's own codes count follows from it. */
  offence: z.optional(z.object({ crosswalk: Name, code: Label, column: Label, system: Label })),
  sources: z.optional(
    z.array(z.object({ part: Text, title: Text, path: z.optional(WebAddress), date: z.optional(Day) })),
  ),
  comparability: z.optional(Text),
  caveats: z.optional(z.array(Text)),
  /** Of the method: in words, or the name of a guide. */
  method: z.optional(Text),
  widget: z.optional(choiceOf('card', 'trend', 'bars', 'map', 'table', 'download')),
  /** Sentences with `{value}`, `{unit}`, `{place}`, `{period}`, `{change}`. */
  texts: z.optional(z.record(Label, Text)),
  /** Which sums a snapshot has: for places of a level, periods of a length, some breakdowns. */
  cubes: z.optional(
    z
      .array(
        z.object({
          /** Of `places`; the whole country without it. */
          level: z.optional(Label),
          /** As long as the data have them without it. */
          time: z.optional(choiceOf('month', 'quarter', 'half', 'year')),
          breakdowns: z.optional(z.array(Label)),
        }),
        { error: '[{"level": "departamento", "time": "year"}]' },
      )
      .check(z.minLength(1, { error: '[{"level": "departamento", "time": "year"}]' })),
  ),
});
export type Indicator = z.infer<typeof Indicator>;
