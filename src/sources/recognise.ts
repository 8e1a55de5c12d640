import { protocolOfFile } from './protocol-of.js';
import type { ProtocolName } from './protocols.js';

/** How the addresses of a protocol look: what its path or its query string has. First match wins. */
const ADDRESSES: readonly (readonly [ProtocolName, RegExp])[] = [
  ['dkan', /\/api\/action\/datastore\/search\.json/],
  ['dkan2', /\/api\/1\/(datastore\/query|metastore\/schemas\/dataset\/items)\//],
  ['socrata', /\/(resource|api\/views|api\/v3\/views|d)\/\w{4}-\w{4}\b/],
  // `/Seguridad/Homicidios/<id>`: an id has no `l`, `o`, `0` or `1`, so that no years look like one.
  [
    'socrata',
    /^[^/]+\/(\w\w\/)?[^/?]+\/[^/?]+\/[2-9a-kmnp-z]{4}-[2-9a-kmnp-z]{4}(\/(about_data|data|data_preview))?\/?(\?|$)/,
  ],
  [
    'opendatasoft',
    /\/api\/explore\/v2\.\d\/catalog\/datasets\/|\/api\/records\/1\.0\/|\/explore\/(embed\/)?dataset\//,
  ],
  ['pxweb', /\/pxweb\/|\/api\/v\d\/(\w\w\/|tables\b)|\/pxwebapi\/|\/v\d\/doris\//],
  ['json-stat', /\/statistics\/1\.0\/data\/|eurostat\/databrowser\/(product\/)?view\//],
  [
    'sdmx',
    /\/(data|rest\/v?\d*\/?data)\/[\w,.@-]+(\/|\?|$).*(format=(jsondata|sdmx|csvdata|csvfile)|startperiod=|dimensionatobservation=|c(\[|%5b))|\/data\/dataflow\/|^(data-api\.ecb|data\.api\.abs)\.|sdmx/,
  ],
  ['arcgis', /\/(feature|map)server(\/\d+|\/?(\?|$))/],
  ['world-bank', /^api\.worldbank\.org\/(\w\w\/)?v2\/|\/country\/[\w;]+\/indicators?\//],
  ['series-tiempo', /\/series\/api\/series/],
  ['police-uk', /^data\.police\.uk\/api\//],
  ['google-sheets', /^docs\.google\.com\/spreadsheets\//],
  ['datapackage', /datapackage\.json/],
  ['csvw', /-metadata\.json/],
  ['odata', /\/odata\d?\b|^odata\d?\.|\.svc\/\w|[?&](\$|%24)(filter|select|apply|top)=/],
  ['xlsx', /^[^?]*\.xls[xm](\?|$)/],
  ['csv', /^[^?]*\.(csv|tsv|tab|txt)\.gz(\?|$)/],
  ['px', /^[^?]*\.px(\?|$)/],
  ['geojson', /^[^?]*\.geojson(\?|$)/],
  ['topojson', /^[^?]*\.topo(\.|)json(\?|$)/],
  [
    'ckan',
    /\/api\/3\/action\/|\/datastore_search(_sql)?(\?|$)|^[^?]*\/dataset\/(?![^/?]+\.json\/?(\?|$))[^/?]+(\/resource\/[^/?]+(\/view\/[^/?]+)?)?\/?(\?|$)/,
  ],
];

/** The protocol that an address tells; `undefined` where only the reply can. */
export function protocolOfAddress(url: URL): ProtocolName | undefined {
  const file = protocolOfFile(url);
  if (file) return file;
  const address = `${url.host}${url.pathname}${url.search}`.toLowerCase();
  const found = ADDRESSES.find(([, pattern]) => pattern.test(address));
  if (found) return found[0];
  return /\.(geo)?json$/i.test(url.pathname) ? 'json' : undefined;
}

/** What only documents of one protocol have, of those that are JSON, at their beginning or end. First match wins. */
const DOCUMENTS: readonly (readonly [ProtocolName, RegExp])[] = [
  ['dkan', /"help"\s*:\s*"Search a datastore table/],
  ['ckan', /"help"\s*:\s*"[^"]*name=datastore_search/],
  ['dkan2', /"record_number"\s*:\s*\{\s*"type"/],
  [
    'json-stat',
    /"class"\s*:\s*"(dataset|collection|dimension)"|"dimension"\s*:\s*\{|^\s*\{\s*"dataset"\s*:\s*\{/,
  ],
  ['pxweb', /^\s*\{\s*"title"\s*:\s*"[^"]*"\s*,\s*"variables"\s*:\s*\[/],
  ['sdmx', /"(dataSets|keyPosition)"\s*:|sdmx-json/],
  ['world-bank', /^\s*\[\s*\{\s*("page"\s*:\s*\d+\s*,\s*"pages"|"message"\s*:\s*\[\s*\{\s*"id")\s*:/],
  ['series-tiempo', /"meta"\s*:\s*\[\s*\{\s*"frequency"\s*:/],
  ['police-uk', /^\s*\[\s*\{(?=[^]*"persistent_id"\s*:)(?=[^]*"outcome_status"\s*:)/],
  ['arcgis', /"(geometryType|objectIdFieldName|exceededTransferLimit)"\s*:/],
  ['odata', /"@odata\.context"\s*:|"odata\.metadata"\s*:|^\s*\{\s*"d"\s*:\s*[[{]/],
  ['opendatasoft', /^\s*\{\s*"total_count"\s*:\s*\d+\s*,\s*"(results|records)"\s*:|"nhits"\s*:\s*\d/],
  ['columnar', /^\s*\{"columns":\[\{"kind":"/],
  ['topojson', /"type"\s*:\s*"Topology"/],
  ['geojson', /"type"\s*:\s*"Feature(Collection)?"/],
  ['csvw', /"@context"\s*:\s*\[?\s*"http:\/\/www\.w3\.org\/ns\/csvw"/],
  [
    'datapackage',
    /"(\$schema|profile)"\s*:\s*"[^"]*data-?package|"resources"\s*:\s*\[\s*\{[\s\S]*"(path|data)"\s*:/,
  ],
];
/** Characters of each end of a document that are looked at. */
const LOOKED_AT = 4000;

/** The protocol that a reply tells. */
export function protocolOfReply(text: string): ProtocolName {
  if (/^\s*(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE)\s*=\s*"/.test(text)) return 'px';
  if (!/^\s*[[{]/.test(text)) return 'csv';
  const ends = text.length > 2 * LOOKED_AT ? `${text.slice(0, LOOKED_AT)}\n${text.slice(-LOOKED_AT)}` : text;
  return DOCUMENTS.find(([, pattern]) => pattern.test(ends))?.[0] ?? 'json';
}
