import type { Dataset, Organization } from './dataset.js';

/** What the observatory publishes. Ids are fixed, so that pages and tests can name them. */

const DEMONSTRATION: Organization = {
  name: 'observatorio-de-demostracion',
  title: 'Observatorio de demostración',
};
const TEST_DATA: Organization = { name: 'datos-de-prueba', title: 'Datos de prueba' };

const QUOTED = { id: 'notspecified', title: 'Cifras citadas con mención de su fuente', file: 'LEEME.md' };
const MIT = { id: 'MIT', title: 'Licencia MIT', url: 'https://opensource.org/license/mit' };

const REPORT_NUMBERS = ['ANIO', 'MES', 'cantidad'] as const;

export const DATASETS: readonly Dataset[] = [
  {
    id: '0b5e1a52-6d1f-4c0e-9a57-3f8d2c6e1001',
    name: 'tasa-de-homicidios',
    title: 'Tasa de homicidios por 100 000 habitantes, Perú 2011-2025',
    notes:
      'Muertes por homicidio por cada 100 000 habitantes. Cifras citadas de INEI/CEIC; 2022 sin dato y 2025 preliminar.',
    author: 'INEI/CEIC',
    license: QUOTED,
    organization: DEMONSTRATION,
    tags: ['homicidios', 'tasas', 'seguridad ciudadana'],
    metadataModified: '2026-02-02T14:05:11.204518',
    resources: [
      {
        id: '4f2c9d10-7a3b-4e55-8b21-90c1d2e30001',
        name: 'Tasa de homicidios (CSV)',
        format: 'CSV',
        file: 'homicidios.csv',
        numericColumns: ['anio', 'tasa', 'victimas'],
        lastModified: '2026-02-02T14:04:50.118230',
      },
      {
        id: '4f2c9d10-7a3b-4e55-8b21-90c1d2e30002',
        name: 'Tasa de homicidios (JSON)',
        format: 'JSON',
        file: 'homicidios.json',
        lastModified: '2026-02-02T14:04:58.730021',
      },
    ],
  },
  {
    id: '0b5e1a52-6d1f-4c0e-9a57-3f8d2c6e1002',
    name: 'victimizacion',
    title: 'Víctimas de algún hecho delictivo',
    notes:
      'Porcentaje de la población víctima de algún hecho delictivo. Cifras citadas del INEI, por periodo y lugar.',
    author: 'INEI',
    license: QUOTED,
    organization: DEMONSTRATION,
    tags: ['victimización', 'encuesta', 'seguridad ciudadana'],
    metadataModified: '2026-02-02T14:11:37.552904',
    resources: [
      {
        id: '4f2c9d10-7a3b-4e55-8b21-90c1d2e30003',
        name: 'Victimización (CSV)',
        format: 'CSV',
        file: 'victimizacion.csv',
        numericColumns: ['anio', 'semestre', 'porcentaje'],
        lastModified: '2026-02-02T14:11:20.004417',
      },
    ],
  },
  {
    id: '0b5e1a52-6d1f-4c0e-9a57-3f8d2c6e1003',
    name: 'percepcion-de-inseguridad',
    title: 'Percepción de inseguridad',
    notes: 'Porcentaje de la población que se siente insegura. Cifras citadas del INEI, por periodo y lugar.',
    author: 'INEI',
    license: QUOTED,
    organization: DEMONSTRATION,
    tags: ['percepción', 'encuesta', 'seguridad ciudadana'],
    metadataModified: '2026-02-02T14:15:02.870136',
    resources: [
      {
        id: '4f2c9d10-7a3b-4e55-8b21-90c1d2e30004',
        name: 'Percepción de inseguridad (CSV)',
        format: 'CSV',
        file: 'percepcion.csv',
        numericColumns: ['anio', 'semestre', 'porcentaje'],
        lastModified: '2026-02-02T14:14:41.300975',
      },
    ],
  },
  {
    id: '0b5e1a52-6d1f-4c0e-9a57-3f8d2c6e1004',
    name: 'denuncias-policiales-sinteticas',
    title: 'Denuncias policiales por mes, distrito y modalidad (datos sintéticos)',
    notes:
      'Datos sintéticos con la forma del archivo abierto de denuncias policiales: no describen a ningún distrito. Desde enero de 2025 la serie tiene otro nivel (filtro de duplicados).',
    author: 'Generador de datos sintéticos',
    license: MIT,
    organization: TEST_DATA,
    tags: ['denuncias', 'datos sintéticos'],
    metadataModified: '2026-08-14T15:02:41.318502',
    resources: [
      {
        id: '4f2c9d10-7a3b-4e55-8b21-90c1d2e30005',
        name: 'Denuncias, muestra de distritos (CSV, datos sintéticos)',
        format: 'CSV',
        file: 'denuncias-sinteticas.csv',
        numericColumns: REPORT_NUMBERS,
        lastModified: '2026-08-14T15:01:09.946280',
      },
      {
        id: '4f2c9d10-7a3b-4e55-8b21-90c1d2e30006',
        name: 'Denuncias, tamaño completo (CSV, datos sintéticos)',
        format: 'CSV',
        file: 'full/denuncias-sinteticas.csv',
        numericColumns: REPORT_NUMBERS,
        lastModified: '2026-08-14T15:02:30.511747',
        optional: true,
      },
    ],
  },
  {
    id: '0b5e1a52-6d1f-4c0e-9a57-3f8d2c6e1005',
    name: 'denuncias-de-extorsion',
    title: 'Denuncias por extorsión, 2024 y 2025',
    notes: 'Número de denuncias por extorsión registradas en el año. Cifras citadas de la PNP.',
    author: 'PNP',
    license: QUOTED,
    organization: DEMONSTRATION,
    tags: ['denuncias', 'extorsión', 'seguridad ciudadana'],
    metadataModified: '2026-02-02T14:20:26.117390',
    resources: [
      {
        id: '4f2c9d10-7a3b-4e55-8b21-90c1d2e30007',
        name: 'Denuncias por extorsión (CSV)',
        format: 'CSV',
        file: 'extorsion.csv',
        numericColumns: ['anio', 'denuncias'],
        lastModified: '2026-02-02T14:20:03.662815',
      },
    ],
  },
  {
    id: '0b5e1a52-6d1f-4c0e-9a57-3f8d2c6e1099',
    name: 'padron-interno',
    title: 'Padrón interno',
    notes: 'Conjunto privado: existe para que el portal tenga algo que negar.',
    author: 'Observatorio de demostración',
    license: QUOTED,
    organization: DEMONSTRATION,
    tags: [],
    metadataModified: '2026-02-02T14:30:00.000001',
    isPrivate: true,
    resources: [
      {
        id: '4f2c9d10-7a3b-4e55-8b21-90c1d2e30099',
        name: 'Padrón interno (CSV)',
        format: 'CSV',
        file: 'padron-interno.csv',
        lastModified: '2026-02-02T14:29:00.000001',
      },
    ],
  },
];

/** Files served as they are besides those of the datasets. */
export const OTHER_FILES: readonly string[] = ['LEEME.md', 'provincias.csv', 'lugares.csv'];
