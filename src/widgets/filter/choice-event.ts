import { OUTWARD } from '../figure/outward.js';

/** The reader has chosen in a filter. */
export class ObsChoiceEvent extends Event {
  /** The filter's name. */
  readonly name: string;
  /** The value of the option; `''` for all. */
  readonly value: string;

  constructor(name: string, value: string) {
    super('obs-choice', OUTWARD);
    this.name = name;
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'obs-choice': ObsChoiceEvent;
  }
}
