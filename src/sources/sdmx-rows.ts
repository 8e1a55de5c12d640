import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import type { RawCell } from '../table/builder.js';
import { isObject, own, type JsonObject } from './json-text.js';
import { plainText, type Component } from './sdmx-component.js';
import { textOf, type Places, type SdmxColumns } from './sdmx-places.js';

export type Row = RawCell[];
type Level = keyof Places['attributes'];
const LEVELS: readonly Level[] = ['dataSet', 'dimensionGroup', 'series', 'observation'];

/** A dimension that a key leaves out: what it says is of a part of the key, and no observation. */
const OFF = -1;

/** Whether a cell can be what a measure of numbers has. */
const isNumeric = (cell: unknown): boolean =>
  typeof cell !== 'string' || !Number.isNaN(Number(cell)) || /^nan$/i.test(cell);
/** Data types of SDMX that are numbers (common:BasicComponentDataType). */
const NUMBER_TYPE = /^(Big)?(Integer|Decimal|Double|Float|Long|Short|Count|Numeric)$/;

/** Where rows go: straight into the table, or, where several data sets change one another, kept by their key. */
export interface RowSink {
  add(row: Row, places: Places): void;
}

/** Reads one data set of SDMX-JSON: by series, flat, or by cross-section, which are series of another dimension. */
export class DataSetReader {
  readonly #places: Places;
  readonly #columns: SdmxColumns;
  readonly #host: string;
  readonly #withoutValues: boolean;
  readonly #pauses = new Pauses();
  readonly #groups = new Map<string, readonly unknown[]>();
  /** Which places of the key the groups name: one pattern a kind of group. */
  readonly #patterns = new Set<string>();
  readonly #attributePlaces = new Map<Component, number>();
  /** Keys that name no observation. */
  leftOut = 0;
  #count = 0;

  constructor(places: Places, columns: SdmxColumns, { host, searchParams }: URL) {
    this.#places = places;
    this.#columns = columns;
    this.#host = host;
    this.#withoutValues = searchParams.get('detail') === 'nodata' || searchParams.get('measures') === 'none';
  }

  async read(dataSet: JsonObject, sink: RowSink): Promise<void> {
    this.#readGroups(own(dataSet, 'dimensionGroupAttributes'));
    const ofAll = listOf(own(dataSet, 'attributes') ?? own(dataSet, 'dataSetAttributes'));
    const { levels } = this.#places;
    const series = own(dataSet, 'series');
    if (isObject(series)) {
      for (const key of Object.keys(series)) {
        const each = own(series, key);
        if (!isObject(each)) continue;
        const ofSeries = listOf(own(each, 'attributes'));
        await this.#readObservations(
          this.#indexes(key, levels[0], levels[1]),
          own(each, 'observations'),
          ofAll,
          ofSeries,
          sink,
        );
      }
    }
    // Flat: the key of an observation counts all dimensions that are not the data set's.
    await this.#readObservations([], own(dataSet, 'observations'), ofAll, [], sink);
  }

  #malformed(value: string): DataError {
    return new DataError('malformed', { host: this.#host, value: value.slice(0, 80) });
  }

  #indexes(key: string, from: number, to: number): number[] {
    if (from === to && key === '') return [];
    const indexes = key.split(':').map((part) => (part === '' ? OFF : Number(part)));
    // The one dimension of a level that has none: `"0"`, as some write the key of nothing.
    if (from === to) return [];
    if (indexes.length === to - from) return indexes;
    throw this.#malformed(key);
  }

  async #readObservations(
    before: readonly number[],
    observations: unknown,
    ofAll: readonly unknown[],
    ofSeries: readonly unknown[],
    sink: RowSink,
  ): Promise<void> {
    if (!isObject(observations)) return;
    const { dimensions, levels } = this.#places;
    const dataSet = new Array<number>(levels[0]).fill(0);
    for (const key of Object.keys(observations)) {
      const from = levels[0] + before.length;
      const indexes = [...dataSet, ...before, ...this.#indexes(key, from, dimensions.length)];
      const cells = listOf(own(observations, key), true);
      if (indexes.includes(OFF)) this.leftOut++;
      else sink.add(this.#row(indexes, cells, ofAll, ofSeries), this.#places);
      if (++this.#count % 500 === 0) await this.#pauses.breathe();
    }
  }

  #row(
    indexes: readonly number[],
    cells: readonly unknown[],
    ofAll: readonly unknown[],
    ofSeries: readonly unknown[],
  ): Row {
    const { dimensions, columns, codes, measures } = this.#places;
    const row: Row = [];
    dimensions.forEach((dimension, place) => {
      if (!dimension) return;
      const code = codes[place]?.[indexes[place] ?? OFF];
      if (code === undefined) throw this.#malformed(`${dimension.id}: ${indexes[place] ?? ''}`);
      row[columns[place] ?? 0] = code;
    });
    const hasValues = this.#hasValues(cells);
    const from = hasValues ? measures.length : 0;
    if (hasValues) this.#measure(row, cells);
    const observed = this.#places.attributes.observation.map((_, place) => cells[from + place]);
    const given: Record<Level, readonly unknown[]> = {
      dataSet: ofAll,
      dimensionGroup: this.#groupOf(indexes),
      series: ofSeries,
      observation: observed,
    };
    this.#attributes(row, given);
    return row;
  }

  /** `detail=nodata`: attributes come without the values, in the places of these. */
  #hasValues(cells: readonly unknown[]): boolean {
    return (
      !this.#withoutValues &&
      this.#places.measures.every(
        (each, place) => !NUMBER_TYPE.test(each?.dataType ?? '') || isNumeric(cells[place]),
      )
    );
  }

  #measure(row: Row, cells: readonly unknown[]): void {
    const { measures, measureColumns } = this.#places;
    measures.forEach((measure, place) => {
      const column = measureColumns[place];
      if (!measure || column === undefined) return;
      const cell = cells[place];
      const text = textOf(measure, cell, plainText);
      const isNumber = measure.values.length === 0 && measure.dataType !== 'String' && isNumeric(cell);
      if (text !== '') this.#columns.saw(measure.id, isNumber);
      row[column] = text;
    });
  }

  #attributes(row: Row, given: Record<Level, readonly unknown[]>): void {
    const { attributes, said, statuses: isStatus } = this.#places;
    const statuses: [string, string][] = [];
    for (const level of LEVELS) {
      const cells = given[level];
      attributes[level].forEach((attribute, place) => {
        if (!attribute) return;
        const text = textOf(attribute, cells[place], plainText);
        if (isStatus.has(attribute.id)) statuses.push([attribute.id, text]);
        else if (text !== '' && !said.has(attribute.id)) row[this.#attributePlace(attribute)] = text;
      });
    }
    if (statuses.length > 0) row[this.#columns.status()] = this.#columns.statuses.word(statuses);
  }

  /** A column comes with the first value: agencies list many attributes that nothing has. */
  #attributePlace(attribute: Component): number {
    const known = this.#attributePlaces.get(attribute);
    if (known !== undefined) return known;
    const place = this.#columns.place({ ...attribute, isTime: false });
    for (const value of attribute.values)
      if (value) this.#columns.learn(attribute.id, value.text, value.name);
    this.#attributePlaces.set(attribute, place);
    return place;
  }

  #readGroups(groups: unknown): void {
    if (!isObject(groups)) return;
    for (const key of Object.keys(groups)) {
      this.#groups.set(key, listOf(own(groups, key)));
      this.#patterns.add(key.replace(/\d+/g, '*'));
    }
  }

  /** The attributes of the groups that an observation is in: their keys leave out the other dimensions. */
  #groupOf(indexes: readonly number[]): unknown[] {
    const found: unknown[] = [];
    for (const pattern of this.#patterns) {
      const key = pattern.split(':').map((part, place) => (part === '' ? '' : String(indexes[place] ?? '')));
      this.#groups.get(key.join(':'))?.forEach((value, place) => {
        if (value !== null) found[place] = value;
      });
    }
    return found;
  }
}

function listOf(value: unknown, isCell = false): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isCell && value !== undefined ? [value] : [];
}
