import * as z from 'zod/mini';
import { Day, Label, Name, Path, PeriodText, Text, WebAddress } from './schema-parts.js';

const Point = z.object({ period: PeriodText, value: z.number({ error: '6.1' }) });

/** What a plan wants an indicator to be, in a place, by when. */
export const Target = z.object({
  indicator: Name,
  /** A code of `places`; the whole country without it. */
  place: z.optional(Label),
  baseline: Point,
  /** What each year is to reach; the last is the horizon. */
  path: z
    .array(Point, { error: '[{"period": "2030", "value": 4}]' })
    .check(z.minLength(1, { error: '[{"period": "2030", "value": 4}]' })),
  /** The plan or policy that sets it. */
  plan: Text,
  planHref: z.optional(WebAddress),
  /** The office that answers for it. */
  responsible: Text,
});
export type Target = z.infer<typeof Target>;

const People = z.array(
  z.looseObject({ family: z.optional(Label), given: z.optional(Label), literal: z.optional(Label) }),
);

/** What the observatory has published about its figures. */
export const Publication = z.object({
  name: Name,
  title: Text,
  /** A type of CSL: `report`, `article-journal`, `dataset`. */
  type: Label,
  authors: z.optional(People),
  issued: Day,
  path: z.optional(WebAddress),
  doi: z.optional(
    z.string({ error: '10.1234/…' }).check(z.regex(/^10\.\d{4,9}\/\S+$/, { error: '10.1234/…' })),
  ),
  indicators: z.optional(z.array(Name)),
  abstract: z.optional(Text),
});

/** How something is done: a method, a lesson. */
export const Guide = z.object({
  name: Name,
  title: Text,
  path: Path,
  audience: z.optional(Text),
  indicators: z.optional(z.array(Name)),
});
