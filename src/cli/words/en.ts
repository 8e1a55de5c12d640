import { owner } from '../../text/en/owner.js';
import { findings } from './en-findings.js';
import { help, helpOf } from './en-help.js';
import type { Words } from './words.js';

const number = new Intl.NumberFormat('en');

export const en: Words = {
  lang: 'en',
  owner: {
    ...owner,
    error: {
      ...owner.error,
      offline: 'There is no connection.',
      network: 'The server does not answer, or its address does not exist.',
      'bad-host': 'Not asked for: with --offline only files of this computer are read.',
      'too-big': 'The file is larger than what can be read.',
    },
  },
  help,
  helpOf,
  unknownCommand: (name, nearest) =>
    `There is no command “${name}”.${nearest === undefined ? '' : ` Did you mean “${nearest}”?`} --help shows them all.`,
  unknownOption: (name, nearest) =>
    `There is no option ${name}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
  tooMany: (argument) => `“${argument}” is one argument too many.`,
  badOptions: (reason) => `The options cannot be read: ${reason}`,
  noFile: (path) => `There is no file ${path}.`,
  fileThere: (path) => `${path} is there already: --force replaces it.`,
  needs: (example) => `Something is missing: observatorio ${example}`,
  drafted: (path, questions) =>
    `${path} was written. ${number.format(questions)} questions marked TODO: are left for a person; observatorio check shows them.`,
  draft: {
    title: 'name of the observatory',
    publisher: 'who publishes',
    license: 'licence of the data, for example CC-BY-4.0',
    resource: 'what this file holds',
    steward: 'which office answers for the data',
    source: 'from which register or system the data come',
    indicator: 'title for the public',
    definition: 'what is counted, and what is not',
    unit: 'unit, for example reports',
    denominator: 'if it is a rate, per how many inhabitants and of which source',
  },
  snippet: {
    titles: {
      div: 'a) One script for the whole site, and a div where the indicator goes',
      element: 'b) Element of its own',
      iframe: 'c) Frame (iframe)',
      plain: 'd) Text and link, without scripts: for newsletters, mail and systems that take out the rest',
    },
    frame: (address) =>
      `The frame c) shows a page of your own: write it with --form page and publish it at ${address}.`,
    dataLink: (what) => `${what}: data`,
    source: (name) => `Source: ${name}`,
    local:
      'The manifest is on this computer: before pasting, publish it and use --manifest-url with its address.',
  },
  finding: findings,
  ofIndicator: (name) => `indicator ${name}`,
  row: (row) => `row ${number.format(row)}`,
  rows: (rows) => (rows === 1 ? '1 row' : `${number.format(rows)} rows`),
  through: (period) => `through ${period}`,
  expected: (choices) => `Expected: ${choices}.`,
  nearest: (name) => `Did you mean “${name}”?`,
  andMore: (count) => `(and ${number.format(count)} more)`,
  tolerated: '(within what the manifest allows)',
  goodManifest: 'The manifest is good.',
  good: 'good',
  dimension: {
    completeness: 'completeness',
    validity: 'validity',
    consistency: 'consistency',
    uniqueness: 'uniqueness',
    timeliness: 'timeliness',
  },
  rulesTitle: 'How scores are given (dimensions of ISO/IEC 25012; of several rules the worst counts):',
  rule: {
    completeness: 'columns with data, rows with a period and periods that are there, of those expected.',
    validity: 'cells that are what the schema says, of those that are not empty.',
    consistency:
      'places and offences that are in the lists, totals that are the sum of their parts, measures whose level does not jump.',
    uniqueness: 'rows that are there once, by their key.',
    timeliness: 'periods late: each is expected one period after its end, or on the announced day.',
  },
  threshold: (dimension, threshold) => {
    if (threshold === undefined) return '';
    return dimension === 'timeliness'
      ? `${number.format(threshold)} allowed`
      : `at least ${number.format(threshold * 100)}%`;
  },
  // Never 100% with something left: cut, not rounded.
  share: (share) => `${number.format(Math.floor(share * 1000) / 10)}%`,
  lateBy: (periods) =>
    periods === 0 ? 'on time' : periods === 1 ? '1 period late' : `${number.format(periods)} periods late`,
  snapshot: {
    checking: (resource) => `checking ${resource}`,
    noOut: '--out FOLDER is missing: where the snapshot is written.',
    noDuckDb: (resource) =>
      `${resource}: to read it without filling the memory, install DuckDB: npm install @duckdb/node-api.`,
    notGood: (resource) =>
      `${resource}: the check found faults. What was there is kept. See them with “observatorio check”.`,
    late: (resource) => `${resource}: the data are late. They are written, as the latest that there are.`,
    failed: (resource, why) => `${resource}: it could not be read. What was there is kept. ${why}`,
    nothing: 'No indicator was read: nothing was written.',
    done: (cubes, bytes, changed) =>
      `${number.format(cubes)} cubes, ${number.format(Math.ceil(bytes / 1000))} kB; files that changed: ${number.format(changed)}.`,
  },
  verdict: (faults, exit) => {
    if (exit === 0) return 'All is good.';
    const count = faults === 1 ? '1 fault' : `${number.format(faults)} faults`;
    return exit === 3 ? `${count}; a source could not be read.` : `${count}.`;
  },
};
