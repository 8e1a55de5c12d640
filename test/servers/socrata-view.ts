import type { About } from '../../src/sources/source.js';
import { readView } from '../../src/sources/socrata-about.js';

export const PORTAL = 'https://datos.example';

/** A description as `/api/views/<id>.json` gives it. */
const VIEW = {
  id: 'ab2c-d3e4',
  name: 'Homicidios',
  description: 'Víctimas por municipio',
  attribution: 'Policía Nacional',
  license: { name: 'Creative Commons Attribution 4.0' },
  rowsUpdatedAt: 1_733_400_000,
  columns: [
    { fieldName: 'fecha', name: 'Fecha del hecho', dataTypeName: 'calendar_date' },
    { fieldName: 'lugar', name: 'Lugar', dataTypeName: 'text' },
    { fieldName: 'cod_muni', name: 'Código', dataTypeName: 'text' },
    { fieldName: 'cantidad', name: 'Cantidad', dataTypeName: 'number' },
    { fieldName: 'anio', name: 'Año', dataTypeName: 'number' },
    { fieldName: 'punto', name: 'Punto', dataTypeName: 'point' },
    { fieldName: ':@computed_region_x', name: 'Región', dataTypeName: 'number' },
  ],
};

/** What is read of a description. */
export const described = (view: unknown = VIEW): Promise<About> =>
  readView({ url: `${PORTAL}/api/views/ab2c-d3e4.json`, text: JSON.stringify(view) });
