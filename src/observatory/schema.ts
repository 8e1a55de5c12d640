import * as z from 'zod/mini';
import { Indicator } from './schema-indicator.js';
import { Day, Label, Name, Text, WebAddress, Licenses } from './schema-parts.js';
import { Guide, Publication, Target } from './schema-plan.js';
import { Resource } from './schema-resource.js';
import { Snapshot } from './schema-snapshot.js';

/** Where the list of places is, and which of its columns say what. */
const Places = z.object({
  resource: Name,
  /** What all of them make: how a figure of no place in particular is called. */
  whole: z.optional(Text),
  code: Label,
  name: Label,
  parent: z.optional(Label),
  /** How large a place is: `department`, `province`. */
  level: z.optional(Label),
  /** Other ways in which data write the name, parted by `|`. */
  aliases: z.optional(Label),
  population: z.optional(Label),
  year: z.optional(Label),
});

/** The codes of one thing in several systems: police modality, article of the penal code, ICCS. */
const Crosswalk = z.object({
  name: Name,
  title: Text,
  systems: z.record(Name, Text),
  rows: z.array(z.record(Name, Label)),
});

/** Who has to do with the data, as in Frictionless Data Package 2: a publisher, someone to write to. */
const Contributor = z.looseObject({
  title: z.optional(Text),
  path: z.optional(WebAddress),
  email: z.optional(
    z
      .string({ error: 'datos@observatorio.pe' })
      .check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, { error: 'datos@observatorio.pe' })),
  ),
  organization: z.optional(Label),
  roles: z.optional(z.array(Label)),
});

/**
 * An observatory's manifest, `observatory.json`: a Frictionless Data Package 2 (datapackage.org) with what its data
 * mean: indicators, targets, publications, and on each resource who answers for it. What is not named here is left
 * as it is.
 */
export const Manifest = z.looseObject({
  name: z.optional(Name),
  title: Text,
  description: z.optional(Text),
  homepage: z.optional(WebAddress),
  version: z.optional(Label),
  languages: z.optional(z.array(Label)),
  contributors: z.array(Contributor, { error: '[{"title": "…", "roles": ["publisher"]}]' }),
  licenses: z.optional(Licenses),
  /** Which list the codes of places are of: `inei`, `reniec`. */
  codeSystem: z.optional(Label),
  places: z.optional(Places),
  resources: z
    .array(Resource, { error: '[{"name": "…", "path": "…"}]' })
    .check(z.minLength(1, { error: '[{"name": "…", "path": "…"}]' })),
  crosswalks: z.optional(z.array(Crosswalk)),
  indicators: z.optional(z.array(Indicator)),
  targets: z.optional(z.array(Target)),
  publications: z.optional(z.array(Publication)),
  guides: z.optional(z.array(Guide)),
  snapshot: z.optional(Snapshot),
  updated: z.optional(Day),
});
export type Manifest = z.infer<typeof Manifest>;
