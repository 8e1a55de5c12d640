/** How every event of a widget goes: up through the page, and out of the components that hold it. */
export const OUTWARD: EventInit = { bubbles: true, composed: true };
