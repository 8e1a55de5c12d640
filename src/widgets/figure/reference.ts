import { DataController, type DataState } from '../../controllers/data-controller.js';
import type { Answer, Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import type { Messages } from '../../text/messages.js';
import { askElsewhere, wholes } from './elsewhere.js';
import type { FigureElement } from './figure-element.js';
import type { Frame } from './frame-model.js';

/** A figure that shows another place beside its own. */
export type Comparing = FigureElement<{ readonly frame: Frame }> & {
  readonly reference: string;
  readonly referenceWhere: string;
};

interface Followed {
  readonly data: DataController;
  /** The figure's own question and answer when the reference was asked for. */
  asked: Question | undefined;
  answer: Answer | undefined;
  told: DataError | undefined;
}

/** The questions about other places, for as long as their figures are there. */
const followed = new WeakMap<Comparing, Followed>();

/** The mistake as the page wrote it: its `where` is the `reference-where`. */
function asWritten(error: DataError): DataError {
  const { attribute, ...details } = error.details;
  if (attribute !== 'where') return error;
  return new DataError(error.code, { ...details, attribute: 'reference-where' }, error.cause);
}

/**
 * Where the data of the other place stand, asked for with the figure's own question but for its rows; `undefined` where
 * the page does not say which rows. The host is updated when they come. Why they do not is told to the page's owner.
 */
export function referenceState(
  host: Comparing,
  answer: Answer,
  messages: Messages | undefined,
): DataState | undefined {
  const { question, referenceWhere } = host;
  if (!question || host.reference.trim() === '' || referenceWhere.trim() === '') return undefined;
  let entry = followed.get(host);
  if (!entry) {
    const data = new DataController(host, () => host.engine);
    entry = { data, asked: undefined, answer: undefined, told: undefined };
    followed.set(host, entry);
  }
  const { data } = entry;
  data.ask(askElsewhere(question, referenceWhere, wholes.get(host)));
  // What the figure has asked for again is old here as well.
  const isAgain = entry.answer !== answer && JSON.stringify(entry.asked) === JSON.stringify(question);
  if (isAgain && data.state.answer) void data.refresh();
  [entry.asked, entry.answer] = [question, answer];
  const { error } = data.state;
  if (error && entry.told !== error) {
    entry.told = error;
    void import('./owner-report.js').then(({ explain }) => explain(host, asWritten(error), messages));
  }
  return data.state;
}
