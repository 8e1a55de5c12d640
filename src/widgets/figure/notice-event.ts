import type { Notice } from '../../table/notice.js';
import { OUTWARD } from './events.js';

/** Something was repaired, assumed or left out. */
export class ObsNoticeEvent extends Event {
  readonly notices: readonly Notice[];

  constructor(notices: readonly Notice[]) {
    super('obs-notice', OUTWARD);
    this.notices = notices;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'obs-notice': ObsNoticeEvent;
  }
}
