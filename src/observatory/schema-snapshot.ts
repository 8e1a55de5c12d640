import * as z from 'zod/mini';
import { choiceOf, Day, Label, Name, Path, PeriodText, Share, Text } from './schema-parts.js';

/** A file with the sums of an indicator for places of one level and periods of one length. */
const CubeFile = z.object({
  indicator: Name,
  /** Of the indicator's `places`; `""` for the whole country. */
  level: z.string(),
  /** How long its periods are; `""` where it has none. */
  time: z.enum(['', 'day', 'month', 'quarter', 'half', 'year']),
  breakdowns: z.optional(z.array(Label)),
  /** Relative to the manifest. */
  path: Path,
  /** Of its bytes, hexadecimal. */
  sha256: z.string({ error: 'sha-256' }).check(z.regex(/^[0-9a-f]{64}$/, { error: 'sha-256' })),
  bytes: z.number(),
  rows: z.number(),
  /** The last period that has a value. */
  through: z.optional(PeriodText),
  /** As the manifest said it when the file was made. */
  completeThrough: z.optional(PeriodText),
  provisionalFrom: z.optional(PeriodText),
});
export type CubeFile = z.infer<typeof CubeFile>;

/** What a snapshot held from a day on. */
const Vintage = z.object({ date: Day, cubes: z.array(CubeFile) });
export type Vintage = z.infer<typeof Vintage>;

/**
 * How good the rows of a resource were when they were read, as `observatorio check` tells it: of each dimension the share
 * of what was tested that is as it must be, by the rule that is kept worst. How late they are is not here: it changes
 * with the day on which one asks.
 */
const Quality = z.object({
  resource: Name,
  /** Of the check. */
  date: Day,
  rows: z.number(),
  scores: z.array(
    z.object({
      dimension: choiceOf('completeness', 'validity', 'consistency', 'uniqueness'),
      score: Share,
      /** The least that the manifest takes. */
      threshold: z.optional(Share),
      /** Of what it is the share. */
      rule: Text,
    }),
  ),
});
export type Quality = z.infer<typeof Quality>;

/** Where the snapshot is, when it is read; in the snapshot's own manifest also what it holds and has held. */
export const Snapshot = z.object({
  /** Of the folder, relative to this file. */
  path: Path,
  read: z.optional(choiceOf('live', 'live-then-snapshot', 'snapshot')),
  /** The day on which what it holds was first read. */
  date: z.optional(Day),
  cubes: z.optional(z.array(CubeFile)),
  /** Earlier ones, the latest first. */
  vintages: z.optional(z.array(Vintage)),
  quality: z.optional(z.array(Quality)),
});
export type Snapshot = z.infer<typeof Snapshot>;
