import { readDatasetRecord } from '../../src/sources/opendatasoft-about.js';
import type { About } from '../../src/sources/source.js';

export const PORTAL = 'https://datos.example';
export const DATASET = `${PORTAL}/api/explore/v2.1/catalog/datasets/delitos`;

const field = (name: string, type: string, annotations: object = {}): object => ({
  ...{ name, type, annotations, label: name.toUpperCase(), description: null },
});

/** The record of a data set, as `/catalog/datasets/<id>` gives it. */
export const RECORD = {
  dataset_id: 'delitos',
  fields: [
    field('fecha', 'date'),
    field('momento', 'datetime'),
    field('lugar', 'text'),
    field('cod_depto', 'text'),
    field('cantidad', 'int', { unit: ['víctimas'] }),
    field('anio', 'int'),
    field('etiquetas', 'text', { multivalued: [';'] }),
    field('punto', 'geo_point_2d'),
  ],
  metas: {
    default: {
      title: 'Delitos',
      description: '<p>Por <b>departamento</b></p>',
      publisher: 'Policía',
      license: 'CC BY 4.0',
      modified: '2024-12-05T07:50:20+00:00',
      records_count: 3,
      timezone: 'America/Lima',
    },
  },
};

/** What is read of a record. */
export const described = (record: unknown = RECORD): Promise<About> =>
  readDatasetRecord({ url: DATASET, text: JSON.stringify(record) });
