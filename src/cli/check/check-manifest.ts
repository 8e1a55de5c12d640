import { existsSync } from 'node:fs';
import { asDataError } from '../../errors.js';
import type { Manifest } from '../../observatory/manifest.js';
import type { Places } from '../../observatory/places.js';
import { parseExpectations } from '../../query/expected/expectations.js';
import { isObject } from '../../sources/json-text.js';
import { codesOf, offenceOf } from '../../observatory/offences.js';
import { nameWords } from '../../table/code-column.js';
import { nearestPlace } from './check-places.js';
import type { Finding } from './finding.js';

/** What a draft leaves to a person begins so. */
export const TODO = 'TODO:';

/** Every text of a document that a person must still write. */
export function openQuestions(value: unknown, path: readonly string[] = []): Finding[] {
  if (typeof value === 'string')
    return value.startsWith(TODO)
      ? [{ code: 'todo', path: path.join('/'), message: value.slice(TODO.length).trim() }]
      : [];
  if (!Array.isArray(value) && !isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => openQuestions(each, [...path, key]));
}

/** Crosswalks whose rows name systems that they do not have, and offences that no row has. */
function ofCrosswalks(manifest: Manifest): Finding[] {
  const { crosswalks = [], indicators = [] } = manifest;
  const keys = crosswalks.flatMap(({ systems, rows }, index) =>
    rows.flatMap((row, at) =>
      Object.keys(row)
        .filter((key) => !Object.hasOwn(systems, key))
        .map((key): Finding => ({
          code: 'crosswalk-system',
          path: `crosswalks/${index}/rows/${at}/${key}`,
          expected: Object.keys(systems),
        })),
    ),
  );
  const offences = indicators.flatMap((indicator, index): Finding[] => {
    const found = offenceOf(manifest, indicator);
    if (!found) return [];
    const { offence, crosswalk, rows } = found;
    const { iccs } = indicator;
    const path = `indicators/${index}/offence/code`;
    if (rows.length === 0)
      return [{ code: 'offence-unknown', path, value: offence.code, expected: codesOf(crosswalk) }];
    const [told] = rows.flatMap((row) => row['iccs'] ?? []);
    return told !== undefined && iccs !== undefined && told !== iccs
      ? [{ code: 'iccs-differs', path: `indicators/${index}/iccs`, value: iccs, expected: [told] }]
      : [];
  });
  return [...keys, ...offences];
}

/** A column whose name tells of a person. */
const PERSONAL =
  /(^|[^a-z])(dni|documento|nombres|apellidos?|telefono|celular|correo|email|fecha.?nac\w*)([^a-z]|$)/;
/** Names of places are no names of persons. */
const OF_PLACES = /lugar|distrito|provincia|departamento|comisaria/;

/** What is expected of rows, where nobody can read it. */
function ofExpectations({ resources }: Manifest): Finding[] {
  return resources.flatMap(({ expected = '' }, index): Finding[] => {
    try {
      parseExpectations(expected);
      return [];
    } catch (reason) {
      const { value = expected, expected: forms = [] } = asDataError(reason).details;
      return [{ code: 'bad-form', path: `resources/${index}/expected`, value, expected: forms }];
    }
  });
}

/** Columns of persons in data that are said to be public. */
function ofPersons({ resources, places }: Manifest): Finding[] {
  return resources.flatMap(({ name, governance = {}, schema }, index) =>
    governance.access === 'public' && places?.resource !== name
      ? (schema?.fields ?? []).flatMap((field, at): Finding[] => {
          const words = nameWords(field.name).replaceAll('_', ' ');
          const isPersonal = PERSONAL.test(words) && !OF_PLACES.test(words);
          return isPersonal
            ? [
                {
                  code: 'personal-column',
                  path: `resources/${index}/schema/fields/${at}`,
                  column: field.name,
                },
              ]
            : [];
        })
      : [],
  );
}

/** Guides that are files of this computer, and are not there. */
function ofGuides({ guides = [] }: Manifest, base: URL): Finding[] {
  return guides.flatMap(({ path }, index): Finding[] => {
    const address = new URL(path, base);
    return address.protocol === 'file:' && !existsSync(address)
      ? [{ code: 'guide-gone', path: `guides/${index}/path`, value: path }]
      : [];
  });
}

/** Methods that are the name of a guide, by its look, which no guide has. */
function ofMethods({ guides = [], indicators = [] }: Manifest): Finding[] {
  const names = guides.map(({ name }) => name);
  return indicators.flatMap(({ method }, index): Finding[] =>
    typeof method === 'string' && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(method) && !names.includes(method)
      ? [{ code: 'guide-gone', path: `indicators/${index}/method`, value: method, expected: names }]
      : [],
  );
}

/** What the schema cannot see, since it is between parts of the manifest. */
export function checkMeaning(manifest: Manifest, base: URL): Finding[] {
  return [
    ...ofCrosswalks(manifest),
    ...ofExpectations(manifest),
    ...ofPersons(manifest),
    ...ofGuides(manifest, base),
    ...ofMethods(manifest),
  ];
}

/** Targets for places that are not in the list. */
export function checkTargets({ targets = [] }: Manifest, places: Places): Finding[] {
  return targets.flatMap(({ place }, index): Finding[] => {
    if (place === undefined || places.has(place)) return [];
    const nearest = nearestPlace(place, [...places.keys()]);
    const path = `targets/${index}/place`;
    return [{ code: 'target-place', path, value: place, ...(nearest !== undefined && { nearest }) }];
  });
}
