import { answering } from '../engines.js';
import type { FigureArgs } from '../figure.js';
import { REGION_AND_COUNTRY, REPORTING, REPORTS, SMALL_PLACE } from './synthetic.js';

/** So few cases that a rise of a tenth may be chance: with the interval that says so. */
export const UNCERTAIN: FigureArgs = {
  engine: answering(SMALL_PLACE),
  src: SMALL_PLACE.url,
  value: 'sum(casos)',
  per: '100000 of sum(poblacion)',
  interval: '95',
  status: '',
  place: 'Lugar sintético',
};

/** A rate that readers may change for the cases behind it. */
export const SWITCHED: FigureArgs = {
  ...UNCERTAIN,
  interval: '',
  heading: 'Tasa de denuncias',
  unit: 'por 100 mil habitantes',
  decimals: '1',
  'count-heading': 'Denuncias',
  'count-unit': 'casos',
};

/** A last year with data until September. */
export const TO_DATE: FigureArgs = {
  engine: answering(REPORTS),
  src: REPORTS.url,
  value: 'sum(denuncias)',
  time: 'year(mes)',
  'complete-through': '2025-09',
  status: '',
  place: 'Región sintética',
  unit: 'denuncias',
};

/** The same, where the data end there and the page says nothing of it. */
const UNTIL_SEPTEMBER = {
  ...REPORTS,
  rows: REPORTS.rows.filter(([month = '']) => String(month) <= '2025-09'),
};
export const TO_DATE_UNSAID: FigureArgs = {
  ...TO_DATE,
  engine: answering(UNTIL_SEPTEMBER),
  'complete-through': '',
};

/** A last year for which too few police stations sent data. */
export const UNREPORTED: FigureArgs = {
  engine: answering(REPORTING),
  src: REPORTING.url,
  value: 'sum(denuncias)',
  time: 'anio',
  reporting: 'sum(informaron) of sum(comisarias)',
  'reporting-units': 'comisarías',
  status: '',
  place: 'Región sintética',
  unit: 'denuncias',
};

/** A region beside its country. */
export const BESIDE_COUNTRY: FigureArgs = {
  engine: answering(REGION_AND_COUNTRY),
  src: REGION_AND_COUNTRY.url,
  value: 'tasa',
  time: 'anio',
  where: "lugar = 'REGIÓN'",
  status: 'estado',
  place: 'Región sintética',
  unit: 'por 100 mil habitantes',
  reference: 'País sintético',
  'reference-where': "lugar = 'PAÍS'",
};
