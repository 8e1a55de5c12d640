import { source } from '../../src/sources/arcgis.js';
import type { About, Part } from '../../src/sources/source.js';
import { TableBuilder } from '../../src/table/builder.js';
import type { Table } from '../../src/table/table.js';

export const LAYER = 'https://gis.example/arcgis/rest/services/Seguridad/FeatureServer/3';

const field = (name: string, type: string, more: object = {}) => ({
  name,
  type: `esriFieldType${type}`,
  ...more,
});
const DELITO = {
  type: 'codedValue',
  codedValues: [
    { code: 1, name: 'Robo' },
    { code: 2, name: 'Hurto' },
  ],
};
export const FIELDS = [
  field('OBJECTID', 'OID'),
  field('UBIGEO', 'String', { alias: 'Código del distrito' }),
  field('LUGAR', 'String'),
  field('FECHA', 'Date'),
  field('ANIO', 'Integer'),
  field('DELITO', 'SmallInteger', { domain: DELITO }),
  field('CASOS', 'Double', { alias: 'CASOS' }),
];

export function aboutOf(layer: object): Promise<About> {
  if (!source.about) throw new Error('there is no description');
  return Promise.resolve(source.about.parse({ url: `${LAYER}?f=json`, text: JSON.stringify(layer) }, {}));
}

export const described = (more: object = {}): Promise<About> =>
  aboutOf({ name: 'Delitos', fields: FIELDS, maxRecordCount: 2000, ...more });

/** A reply as the engine makes a table of it, with what the layer says of its columns. */
export async function read(
  reply: unknown,
  parameters = '',
  about?: About,
): Promise<{ part: Part; table: Table }> {
  const builder = new TableBuilder();
  const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
  const part = await source.parse({ url: `${LAYER}/query?f=json&${parameters}`, text }, builder, {}, about);
  const columns = [...(about?.columns ?? []), ...(part.columns ?? [])];
  const table = await builder.finish({ decimal: part.decimal, columns });
  return { part, table };
}
