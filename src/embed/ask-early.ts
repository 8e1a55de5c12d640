import type { Early } from '../request/fetch-bytes.js';

/** Replies on their way before the widgets' own code is there: `request/` takes them by address. */
const KEY = Symbol.for('obs-early');
/** An answer that no widget came for within this time is no longer one. */
const LIFETIME_MS = 20_000;

/**
 * Asks for a widget's file while its code is still being loaded: a slow line is waited for once, not twice. Only
 * plain files, whose address is known to be the request; anything else is left to the widget, its errors as well.
 */
export function askEarly(widget: Element): void {
  // Whether a list of hosts allows it is for the widget to see.
  if (document.querySelector('[hosts],[data-obs-hosts]')) return;
  const src = widget.getAttribute('src') ?? widget.getAttribute('data-obs-src') ?? '';
  if (!/\.(csv|json)$/.test(src) || !URL.canParse(src, widget.baseURI)) return;
  const { href, protocol } = new URL(src, widget.baseURI);
  if (protocol !== 'https:' && protocol !== location.protocol) return;
  const page = globalThis as { [KEY]?: Record<string, Early> };
  const early = (page[KEY] ??= {});
  if (early[href]) return;
  const controller = new AbortController();
  const { signal } = controller;
  const reply = fetch(href, { credentials: 'omit', referrerPolicy: 'strict-origin', signal });
  const asked = (early[href] = { reply, controller });
  const forget = (): void => {
    if (early[href] !== asked) return;
    delete early[href];
    controller.abort();
  };
  reply.catch(forget);
  setTimeout(forget, LIFETIME_MS);
}
