import { SourceAttributes } from './source-attributes.js';

/** The attributes of every widget that say what is asked of its data, and what the page declares of them. */
export abstract class QuestionAttributes extends SourceAttributes {
  /**
   * What is shown: a column, or `sum`, `avg`, `min`, `max`, `count` of one. Several are parted by commas.
   * @attr
   */
  declare value: string;
  /**
   * The column of periods, two for year and month, or `month(column)` to put days together.
   * @attr
   */
  declare time: string;
  /**
   * Columns that break the value down.
   * @attr
   */
  declare by: string;
  /**
   * Which rows count: `departamento = 'LA LIBERTAD' and anio >= 2018`.
   * @attr
   */
  declare where: string;
  /**
   * The denominator of a rate: `100000 of sum(poblacion)`; inhabitants that the data do not have, by year, with their
   * source: `100000 of 'INEI' 2024: 34110973, 2025: 34402098`.
   * @attr
   */
  declare per: string;
  /**
   * The confidence interval of counts and rates: `90`, `95`, `99`; `95 wilson` of a part of the denominator.
   * @attr
   */
  declare interval: string;
  /**
   * How many units sent data, of how many: `sum(informaron) of sum(unidades)`. Under 90 % a value is incomplete.
   * @attr
   */
  declare reporting: string;
  /**
   * What those units are: `comisarías`.
   * @attr reporting-units
   */
  declare reportingUnits: string;
  /**
   * Counts from 1 up to under this number are hidden, and what would give them away; zero stays zero. What is hidden is
   * in the browser all the same: files that are secret must not be published.
   * @attr suppress-under
   */
  declare suppressUnder: string;
  /**
   * Order of the rows: `cantidad desc, modalidad`.
   * @attr
   */
  declare sort: string;
  /**
   * At most this many rows.
   * @attr
   */
  declare limit: string;
  /**
   * The column that holds each value's status: `p`, `e`, `r`, `b`, `u`, `c`, `:`, `z`.
   * @attr
   */
  declare status: string;
  /**
   * Names for readers, of columns or of values: `cantidad: Denuncias; sexo=1: Hombre`.
   * @attr
   */
  declare labels: string;
  /**
   * Periods from which values cannot be compared with earlier ones: `2025-01`.
   * @attr
   */
  declare breaks: string;
  /**
   * What the source had published before, `2024: 6.1 until 2026-08-12; …`; or the columns of the value before and of the
   * day on which it was changed: `tasa_anterior, fecha`.
   * @attr
   */
  declare revisions: string;
  /**
   * The period from which on values may still change.
   * @attr provisional-from
   */
  declare provisionalFrom: string;
  /**
   * Until when the data are complete; a period that ends later is marked and not compared.
   * @attr complete-through
   */
  declare completeThrough: string;
}
