import type { LanguageController } from '../../controllers/language-controller.js';
import type { DataState } from '../../controllers/data-controller.js';
import type { Frame } from './frame-model.js';
import { areQuiet, ObsNoticeEvent } from './notice-event.js';
import type { Explained, Reporting } from './owner-report.js';
import { unknownAttributes } from './unknown-attributes.js';

/**
 * Tells what was mended without doubt by the event alone; for all else the words are loaded. `isOdd`: there is more to
 * tell than notices and attributes that nobody has.
 */
export async function tellOwner(
  element: Reporting,
  view: DataState,
  frame: Frame | undefined,
  language: Pick<LanguageController, 'messages' | 'isUnknown'>,
  isNews: boolean,
  isOdd: boolean,
): Promise<Explained | undefined> {
  const notices = view.answer?.table.notices ?? [];
  if (isOdd || !areQuiet(notices) || unknownAttributes(element).length > 0)
    return (await import('./owner-report.js')).tellOwner(element, view, frame, language, isNews);
  if (isNews && notices.length > 0) element.dispatchEvent(new ObsNoticeEvent(notices));
  return undefined;
}
