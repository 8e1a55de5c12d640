import type { TableBuilder } from '../table/builder.js';
import { own, type JsonObject } from './json-text.js';
import { explainSdmx } from './sdmx-failure.js';
import { openMessage } from './sdmx-message.js';
import { placesOf, SdmxColumns } from './sdmx-places.js';
import { about, plan } from './sdmx-plan.js';
import { KeyedRows } from './sdmx-keyed-rows.js';
import { DataSetReader } from './sdmx-rows.js';
import type { Part, Source, SourceOptions, TextReply } from './source.js';

/** Which structure a data set has: the first, where it does not say. */
function structureOf(dataSet: JsonObject, structures: readonly JsonObject[]): JsonObject {
  const index = own(dataSet, 'structure');
  return structures[typeof index === 'number' ? index : 0] ?? {};
}

async function parse(reply: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  // Services that were asked for CSV by their own parameter.
  if (!/^\s*[[{]/.test(reply.text))
    return (await import('./sdmx-csv.js')).source.parse(reply, builder, options);
  // Eurostat's service gives JSON-stat where it is asked for JSON.
  if (/^\s*\{[^]{0,300}"class"\s*:\s*"dataset"/.test(reply.text))
    return (await import('./json-stat.js')).source.parse(reply, builder, options);
  const address = new URL(reply.url);
  const { structures, dataSets, metadata, notices } = await openMessage(reply.text, address.host);
  const columns = new SdmxColumns(builder);
  const keyed = new KeyedRows();
  const placed = new Map<JsonObject, ReturnType<typeof placesOf>>();
  let leftOut = 0;
  for (const structure of structures) placed.set(structure, placesOf(structure, columns));
  for (const dataSet of dataSets) {
    const structure = structureOf(dataSet, structures);
    const places = placed.get(structure) ?? placesOf(structure, columns);
    const action = own(dataSet, 'action');
    const isPlain = dataSets.length === 1 && !(typeof action === 'string' && /^delete$/i.test(action));
    const sink = isPlain ? builder : keyed.sink(typeof action === 'string' ? action : '');
    const reader = new DataSetReader(places, columns, address);
    await reader.read(dataSet, { add: (row) => sink.add(row, places) });
    leftOut += reader.leftOut;
  }
  keyed.addTo(builder);
  const told = [...notices, ...columns.statuses.notices];
  if (keyed.deleted > 0) told.push({ code: 'lines-left-out', value: 'action: Delete', count: keyed.deleted });
  if (leftOut > 0) told.push({ code: 'lines-left-out', value: '~', count: leftOut });
  const isPart = notices.length > 0 && { isPart: true };
  return { decimal: '.', columns: columns.descriptions(), metadata, notices: told, ...isPart };
}

/** SDMX-JSON: the draft of 2014, 1.0 and 2.x, of services of REST 1.x and 2.x. */
export const source: Source = { about, plan, parse, explain: explainSdmx };
