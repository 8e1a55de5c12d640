import type { ComparedMessages } from './compared-messages.js';

/** Parts of the sentences that tell a map. */
export interface PlacesMessages {
  /** `count` as it is written. */
  readonly places: (count: string) => string;
  readonly compared: ComparedMessages;
}

/** What a class of values holds, from where to where. */
export interface ClassMessages {
  readonly below: (end: string) => string;
  readonly between: (start: string, end: string) => string;
  readonly from: (start: string) => string;
  /** Both ends are values of the data. */
  readonly upTo: (start: string, end: string) => string;
  readonly only: (value: string) => string;
}

export interface MapMessages extends PlacesMessages {
  readonly map: string;
  readonly asTable: string;
  readonly asMap: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomAll: string;
  /** How the map is moved by keyboard. */
  readonly keys: string;
  /** Before the choice of a place, and the choice of none. */
  readonly place: string;
  readonly noPlace: string;
  /** Stands where a place is read. */
  readonly hint: string;
  readonly legend: string;
  readonly classes: ClassMessages;
  /** Values under zero, which have no circle. */
  readonly negative: string;
  /** Values that may still change, or rest on few cases. */
  readonly open: string;
  /** Where all values are so. */
  readonly allOpen: string;
  /** Before the range of the class that a value is in. */
  readonly inClass: (range: string) => string;
  readonly rank: (rank: string, of: string, isTied: boolean) => string;
  /** Of a value from which no place follows: it is incomplete or projected. */
  readonly unranked: string;
  /** Which ranks the intervals allow. */
  readonly rankRange: (best: number, worst: number) => string;
  readonly rankHeader: string;
  /** Told when the period changes. */
  readonly valued: (count: string) => string;
  readonly circles: string;
  readonly report: (shown: string, total: string) => string;
  readonly notOnMap: string;
  readonly notInData: (count: string) => string;
  /** Where the shapes could not be had, and the data could. */
  readonly noMap: string;
  /** What the table of places is called. */
  readonly ranking: string;
  /** Of the small places around Peru's capital. */
  readonly capital: string;
}
