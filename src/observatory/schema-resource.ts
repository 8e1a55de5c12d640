import * as z from 'zod/mini';
import {
  Amount,
  choiceOf,
  Day,
  Label,
  Name,
  Path,
  PeriodText,
  Share,
  Text,
  WebAddress,
  Licenses,
} from './schema-parts.js';

/** How long the period is that a resource adds each time it is published. */
export const Frequency = choiceOf('day', 'week', 'month', 'quarter', 'half', 'year', 'irregular');

/** From this period on values cannot be compared with earlier ones, and why. */
const Break = z.object({ period: PeriodText, reason: Text });

/** What the source had published before for a period. */
const Revision = z.object({
  period: PeriodText,
  before: z.number({ error: '6.1' }),
  date: Day,
  /** The indicator it is a revision of; without it, every one of the resource. */
  indicator: z.optional(Name),
  place: z.optional(Label),
  reason: z.optional(Text),
});

/** Under which shares or over which numbers data are not good enough to be published. */
const Thresholds = z.object({
  /** Least share of expected periods that are there, 0 to 1. */
  completeness: z.optional(Share),
  /** Least share of cells that are what the schema says. */
  validity: z.optional(Share),
  /** Least share of codes that are in the lists. */
  consistency: z.optional(Share),
  /** Least share of rows that are there once. */
  uniqueness: z.optional(Share),
  /** Most periods that the last one may be late. */
  timeliness: z.optional(Amount),
  /** Largest change of a total since the last snapshot, as a share of it. */
  drift: z.optional(Amount),
});

/** As `suppress-under` takes it: counts from 1 to under this are not told. */
const SuppressedUnder = z
  .int({ error: '2 … 100' })
  .check(z.gte(2, { error: '2 … 100' }), z.lte(100, { error: '2 … 100' }));

/** Who answers for the data of a resource, how they come about, and what may be done with them. */
export const Governance = z.object({
  steward: z.optional(Text),
  custodian: z.optional(Text),
  legalBasis: z.optional(Text),
  access: z.optional(choiceOf('public', 'restricted', 'personal')),
  frequency: z.optional(Frequency),
  nextUpdate: z.optional(Day),
  completeThrough: z.optional(PeriodText),
  provisionalFrom: z.optional(PeriodText),
  lineage: z.optional(z.object({ system: Text, extraction: z.optional(Text), date: z.optional(Day) })),
  thresholds: z.optional(Thresholds),
  /** Counts from 1 to under this are not told. */
  suppression: z.optional(z.object({ under: SuppressedUnder, reason: z.optional(Text) })),
  breaks: z.optional(z.array(Break)),
  revisions: z.optional(z.array(Revision)),
});
export type Governance = z.infer<typeof Governance>;

/** A field of Frictionless Table Schema; what is not named here is left as it is. */
const Field = z.looseObject({
  name: Label,
  title: z.optional(Text),
  type: z.optional(
    choiceOf(
      'string',
      'integer',
      'number',
      'boolean',
      'date',
      'datetime',
      'year',
      'yearmonth',
      'any',
      'time',
      'list',
      'object',
      'array',
      'duration',
      'geopoint',
      'geojson',
    ),
  ),
  unit: z.optional(Text),
  constraints: z.optional(
    z.looseObject({
      required: z.optional(z.boolean()),
      unique: z.optional(z.boolean()),
      minimum: z.optional(z.union([z.number(), z.string()])),
      maximum: z.optional(z.union([z.number(), z.string()])),
      pattern: z.optional(z.string()),
      enum: z.optional(z.array(z.union([z.string(), z.number()]))),
    }),
  ),
  categories: z.optional(z.array(z.unknown())),
});

/** Frictionless Table Schema 2. */
export const TableSchema = z.looseObject({
  fields: z.array(Field),
  primaryKey: z.optional(z.union([Label, z.array(Label)], { error: '["anio", "ubigeo"]' })),
  missingValues: z.optional(z.array(z.unknown())),
});
export type TableSchema = z.infer<typeof TableSchema>;

/** Data: where they are, how they are written, whose they are. */
export const Resource = z.looseObject({
  name: Name,
  title: z.optional(Text),
  description: z.optional(Text),
  path: z.optional(
    z.union([Path, z.array(Path).check(z.minLength(1))], { error: 'datos/robos.csv | https://…' }),
  ),
  data: z.optional(z.union([z.array(z.unknown()), z.string()])),
  /** How a portal is spoken to: `ckan`, `socrata`, …; a file needs none. */
  protocol: z.optional(Label),
  /** Which of the portal's tables. */
  resource: z.optional(Label),
  encoding: z.optional(Label),
  /** Columns to put one below the other, and the two that they become: `Enero..Diciembre as mes, casos`. */
  unpivot: z.optional(Label),
  dialect: z.optional(z.looseObject({})),
  schema: z.optional(TableSchema),
  sources: z.optional(z.array(z.looseObject({ title: z.optional(Text), path: z.optional(WebAddress) }))),
  licenses: z.optional(Licenses),
  version: z.optional(Label),
  /** When the source published what is there now. */
  updated: z.optional(Day),
  /** Which list its codes of places are of, and in which column they are. */
  codeSystem: z.optional(Label),
  codeColumn: z.optional(Label),
  governance: z.optional(Governance),
  /** What `check` holds the rows against beside the schema, as in the attribute `expected`: `total = hurto + robo`. */
  expected: z.optional(Label),
  /** A statement for an engine of databases, read by a snapshot in place of `path`. */
  query: z.optional(Label),
});
export type Resource = z.infer<typeof Resource>;
