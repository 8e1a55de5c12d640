import { DataError } from '../errors.js';
import { objectsIn, textIn } from './descriptor-text.js';
import { own, type JsonObject } from './json-text.js';
import { protocolOfAddress } from './recognise.js';

/** Protocols by what a resource says of its file. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/csv|tsv|tab-separated/, 'csv'],
  [/spreadsheetml|xlsx/, 'xlsx'],
  [/geo\+?json/, 'geojson'],
  [/topo\+?json/, 'topojson'],
  [/json/, 'json'],
];

/** What the file of a resource is, as far as the resource says. */
function saidFormat(resource: JsonObject): string | undefined {
  const said = `${textIn(resource, 'format') ?? ''} ${textIn(resource, 'mediatype') ?? ''}`.toLowerCase();
  return FORMATS.find(([pattern]) => pattern.test(said))?.[1];
}

export function pathsOf(resource: JsonObject): string[] {
  const path = own(resource, 'path') ?? own(resource, 'url');
  return [path].flat().filter((each): each is string => typeof each === 'string' && each.trim() !== '');
}

/** Whether a resource can be rows. */
function isTabular(resource: JsonObject): boolean {
  const says = `${textIn(resource, 'type') ?? ''} ${textIn(resource, 'profile') ?? ''}`;
  if (/\btable\b|tabular/.test(says) || own(resource, 'schema') !== undefined) return true;
  if (saidFormat(resource) !== undefined || Array.isArray(own(resource, 'data'))) return true;
  return pathsOf(resource).some((path) => /\.(csv|tsv|json|geojson|xlsx)(\.gz)?$/i.test(path));
}

/** The resource that the page names, by its name, title or path; else the first that can be read as rows. */
export function chooseResource(
  dataPackage: JsonObject,
  wanted: string | undefined,
  host: string,
): JsonObject {
  const resources = objectsIn(dataPackage, 'resources');
  const namesOf = (resource: JsonObject): string[] => {
    const said = [textIn(resource, 'name'), textIn(resource, 'title'), ...pathsOf(resource)];
    return said.filter((name) => name !== undefined);
  };
  const chosen =
    wanted === undefined || wanted === ''
      ? (resources.find(isTabular) ?? (resources.length === 1 ? resources[0] : undefined))
      : (resources.find((resource) => textIn(resource, 'name') === wanted) ??
        resources.find((resource) => namesOf(resource).includes(wanted)));
  if (chosen) return chosen;
  const expected = resources.flatMap((resource) => namesOf(resource).slice(0, 1));
  throw new DataError('no-resource', { host, attribute: 'resource', value: wanted ?? '', expected });
}

/** How the file of a resource is read; `undefined` where only the file tells. */
export function protocolOfResource(resource: JsonObject, url: string): string | undefined {
  const said = saidFormat(resource);
  const told = URL.canParse(url) ? protocolOfAddress(new URL(url)) : undefined;
  // `json` may be of any kind: its address or the reply knows more.
  return said === 'json' ? (told === 'csv' ? 'json' : (told ?? 'json')) : (said ?? told);
}
