import * as z from 'zod/mini';
import { readIsoPeriod } from '../table/period-iso.js';

/**
 * The small parts of a manifest. The message of each is not a sentence but the form that was expected: what is told of
 * a mistake is its place, its value and that form.
 */
const form = (expected: string): { readonly error: string } => ({ error: expected });

const TEXT = form('"…" | {"es": "…", "en": "…"}');
const Said = z.string().check(z.minLength(1, TEXT));
/** A sentence or a title: one text, or one for each language. */
export const Text = z.union(
  [Said, z.record(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)), Said)],
  TEXT,
);
export type Text = z.infer<typeof Text>;

/** The name of what others refer to; as in Frictionless Data Package 2, and safe in an address. */
export const Name = z
  .string(form('robos-por-mes'))
  .check(z.regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/, form('robos-por-mes')));

/** A name of the observatory's own, or of another's: of a column, a system, a level. */
export const Label = z.string(form('"…"')).check(z.regex(/\S/, form('"…"')));

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && readIsoPeriod(text) !== undefined;

/** ISO 8601, `2026-08-12`. */
export const Day = z.string(form('2026-08-12')).check(z.refine(isDay, form('2026-08-12')));

/** As in attributes: `2026`, `2026-S1`, `2026-Q3`, `2026-08`, `2026-08-12`. */
export const PeriodText = z
  .string(form('2026 | 2026-08'))
  .check(z.refine((text) => readIsoPeriod(text) !== undefined, form('2026 | 2026-08')));

/** Where readers are led to: a page of the web, never a script. */
export const WebAddress = z
  .string(form('https://…'))
  .check(z.refine((text) => URL.canParse(text) && /^https?:/.test(text), form('https://…')));

/** Of data: an address of the web, or relative to the manifest. */
export const Path = z
  .string(form('datos/robos.csv | https://…'))
  .check(
    z.refine(
      (text) => /\S/.test(text) && !/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(text),
      form('datos/robos.csv | https://…'),
    ),
  );

export const Amount = z.number(form('0.95')).check(z.gte(0, form('0.95')));
export const Share = z.number(form('0.95')).check(z.gte(0, form('0.95')), z.lte(1, form('0.95')));

/** One of these words. */
export const choiceOf = <const W extends readonly string[]>(
  ...words: W
): z.ZodMiniEnum<{ [K in W[number]]: K }> => z.enum(words, form(words.join(' | ')));

/** Under which licences data may be used, as in Frictionless Data Package 2. */
export const Licenses = z.array(
  z.looseObject({ name: z.optional(Label), title: z.optional(Text), path: z.optional(Path) }),
);
