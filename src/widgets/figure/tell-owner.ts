import type { LanguageController } from '../../controllers/language-controller.js';
import type { DataState } from '../../controllers/data-controller.js';
import type { Frame } from './frame-model.js';
import { areQuiet, ObsNoticeEvent } from './notice-event.js';
import type { Explained, Reporting } from './owner-report.js';
import { unknownAttributes } from './unknown-attributes.js';

/** Tells what was mended without doubt by the event alone; for all else the words are loaded. */
export async function tellOwner(
  element: Reporting,
  view: DataState,
  frame: Frame | undefined,
  language: Pick<LanguageController, 'messages' | 'isUnknown'>,
  isNews: boolean,
): Promise<Explained | undefined> {
  const notices = view.answer?.table.notices ?? [];
  const isQuiet =
    view.name === 'ready' &&
    element.odd.size === 0 &&
    !language.isUnknown &&
    frame?.source &&
    frame.monthsLate === 0 &&
    areQuiet(notices) &&
    unknownAttributes(element).length === 0;
  if (!isQuiet) return (await import('./owner-report.js')).tellOwner(element, view, frame, language, isNews);
  if (isNews && notices.length > 0) element.dispatchEvent(new ObsNoticeEvent(notices));
  return undefined;
}
