import type { TableBuilder } from '../table/builder.js';
import type { Row, RowSink } from './sdmx-rows.js';

/** Several data sets of one message: later ones change, complete or take out what earlier ones said of a key. */
export class KeyedRows {
  /** Rows that a data set takes out of the receiver's own, and that have no values. */
  deleted = 0;
  readonly #rows = new Map<string, Row>();

  sink(action: string): RowSink {
    return {
      add: (row, { columns }) => {
        const key = JSON.stringify(columns.map((place) => row[place]));
        if (/^delete$/i.test(action)) {
          this.deleted++;
          this.#rows.delete(key);
        } else this.#rows.set(key, this.#merged(this.#rows.get(key), row, action));
      },
    };
  }

  #merged(before: Row | undefined, row: Row, action: string): Row {
    if (!before || /^replace$/i.test(action)) return row;
    const merged = [...before];
    row.forEach((cell, place) => {
      if (cell !== undefined && cell !== '') merged[place] = cell;
    });
    return merged;
  }

  addTo(builder: TableBuilder): void {
    for (const row of this.#rows.values()) builder.add(row);
  }
}
