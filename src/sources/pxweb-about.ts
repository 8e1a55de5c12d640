import { dimensionsOf, textOf } from './json-stat-dimensions.js';
import { asObject, isObject, own, parseJson, type JsonObject } from './json-text.js';
import type { Variable } from './pxweb-selection.js';
import { placeOf } from './pxweb-place.js';
import type { About, Ask, SourceMetadata, TextReply } from './source.js';

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The variables of PxWeb 1's own metadata. */
function variablesOf1(root: JsonObject): Variable[] {
  return list(own(root, 'variables')).flatMap((entry): Variable[] => {
    const variable = asObject(entry);
    const codes = list(own(variable, 'values')).map(textOf);
    const labels = list(own(variable, 'valueTexts')).map(textOf);
    const code = textOf(own(variable, 'code'));
    if (code === '' || codes.length === 0) return [];
    return [
      {
        code,
        codes,
        labels: codes.map((each, index) => labels[index] ?? each),
        isTime: own(variable, 'time') === true,
        canBeLeftOut: own(variable, 'elimination') === true,
      },
    ];
  });
}

/** Those of PxWebApi 2: JSON-stat without values. */
function variablesOf2(root: JsonObject, host: string): Variable[] {
  return dimensionsOf(root, host).map(({ id, codes, labels, isTime, source }) => ({
    code: id,
    codes,
    labels,
    isTime,
    canBeLeftOut: own(asObject(own(source, 'extension')), 'elimination') === true,
  }));
}

/** How many cells a portal gives at once, which each of its versions calls otherwise; 0 is not said. */
function configOf(root: JsonObject): About | undefined {
  const most = ['maxDataCells', 'maxCells', 'maxValues']
    .map((name) => Number(own(root, name)))
    .find((each) => each > 0);
  const isConfig = ['maxDataCells', 'maxCells', 'maxValues'].some((name) => Object.hasOwn(root, name));
  if (!isConfig) return undefined;
  const license = textOf(own(root, 'license'));
  return {
    ...(most !== undefined && { facts: { most } }),
    ...(license && { metadata: { license } }),
  };
}

function metadataOf(root: JsonObject): SourceMetadata {
  const title = textOf(own(root, 'title'));
  return title === '' ? {} : { title };
}

/** The metadata of a table, then how much the portal gives at once. */
export async function parseAbout({ text, url }: TextReply): Promise<About> {
  const address = new URL(url);
  const root = await parseJson(text, address.host);
  if (!isObject(root)) return {};
  const config = configOf(root);
  if (config) return config;
  const is1 = Array.isArray(own(root, 'variables'));
  if (!is1 && !isObject(own(root, 'dimension'))) return {};
  const variables = is1 ? variablesOf1(root) : variablesOf2(root, address.host);
  const next: Ask | undefined = placeOf(address).config;
  return {
    metadata: is1 ? metadataOf(root) : {},
    facts: { variables: JSON.stringify(variables) },
    ...(next && { next }),
  };
}

/** The variables as `parseAbout` has told them. */
export function variablesIn(about: About | undefined): readonly Variable[] | undefined {
  const { variables: told } = about?.facts ?? {};
  return typeof told === 'string' ? (JSON.parse(told) as Variable[]) : undefined;
}
