import type { Notice } from '../../table/notice.js';
import { OUTWARD } from './outward.js';

/** Something was repaired, assumed or left out. */
export class ObsNoticeEvent extends Event {
  readonly notices: readonly Notice[];

  constructor(notices: readonly Notice[]) {
    super('obs-notice', OUTWARD);
    this.notices = notices;
  }
}

/** Mended without doubt: told by the event, and not in the console where there is nothing else to say. */
const QUIET = /^(codes-padded|nul-removed|read-as-windows-1252|per-population)$/;

export const areQuiet = (notices: readonly Notice[]): boolean =>
  notices.every(({ code }) => QUIET.test(code));

declare global {
  interface GlobalEventHandlersEventMap {
    'obs-notice': ObsNoticeEvent;
  }
}
