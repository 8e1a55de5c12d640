import { asObject, isObject, own, type JsonObject } from './json-text.js';

/** What a dataset says about itself in words. */
export interface Notes {
  /** To be shown with the figures. */
  readonly shown: readonly string[];
  /** To be found by who asks. */
  readonly told: string;
}

/** Characters of all that is told on request. */
const MOST_TOLD = 4000;
/** Notes beside a figure; more are for who asks. */
const MOST_SHOWN = 8;

/** Lines, as PC-Axis parts them with `#` too, become one. */
export function cleanNote(text: string): string {
  return text.replace(/[\s#]+/g, ' ').trim();
}

/** A text or a list of texts, as JSON-stat 1 and 2 have notes. */
function textsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each) => (typeof each === 'string' ? cleanNote(each) : ''));
}

/** Notes on their way, each with whether it must be shown. */
export class NoteList {
  readonly #must: string[] = [];
  readonly #may: string[] = [];

  add(note: string, mustBeShown: boolean, about = ''): void {
    if (note === '') return;
    const text = about === '' ? note : `${about}: ${note}`;
    (mustBeShown ? this.#must : this.#may).push(text);
  }

  notes(): Notes {
    const all = [...new Set([...this.#must, ...this.#may])];
    return { shown: [...new Set(this.#must)].slice(0, MOST_SHOWN), told: all.join(' ').slice(0, MOST_TOLD) };
  }
}

/** Whether PxWeb marks this note as one that must be shown; `usual` where nothing is marked. */
function mustShow(marks: unknown, index: number, usual: boolean): boolean {
  return isObject(marks) ? own(marks, String(index)) === true : usual;
}

const child = (object: JsonObject, key: string): JsonObject => asObject(own(object, key));

function addDimensionNotes(list: NoteList, dimension: JsonObject, label: string): void {
  const extension = child(dimension, 'extension');
  const marks = own(extension, 'noteMandatory');
  textsIn(own(dimension, 'note')).forEach((note, index) => {
    list.add(note, mustShow(marks, index, false), label);
  });
  const category = child(dimension, 'category');
  const notes = child(category, 'note');
  const labels = child(category, 'label');
  const marksOf = child(extension, 'categoryNoteMandatory');
  for (const code of Object.keys(notes)) {
    const said = own(labels, code);
    const about = typeof said === 'string' ? said : code;
    textsIn(own(notes, code)).forEach((note, index) => {
      list.add(note, mustShow(own(marksOf, code), index, false), about);
    });
  }
}

/**
 * The notes of a dataset, its dimensions and categories. Where it marks those that must be shown (PxWebApi 2,
 * `noteMandatory`) those are shown, else those of the dataset as a whole.
 */
export function notesOf(
  dataset: JsonObject,
  dimensions: readonly (readonly [label: string, dimension: JsonObject])[],
): Notes {
  const list = new NoteList();
  const marks = own(child(dataset, 'extension'), 'noteMandatory');
  textsIn(own(dataset, 'note')).forEach((note, index) => {
    list.add(note, mustShow(marks, index, true));
  });
  for (const [label, dimension] of dimensions) addDimensionNotes(list, dimension, label);
  return list.notes();
}
