/** Replies on their way before the widgets' own code is there: `request/` takes them by address. */
const KEY = Symbol.for('observatorio-widgets.early');

/**
 * Asks for a widget's file while its code is still being loaded: a slow line is waited for once, not twice. Only
 * plain files, whose address is known to be the request; anything else is left to the widget, its errors as well.
 */
export function askEarly(widget: Element): void {
  const src = widget.getAttribute('src') ?? widget.getAttribute('data-obs-src') ?? '';
  if (!/\.(csv|json)$/.test(src) || !URL.canParse(src, widget.baseURI)) return;
  const url = new URL(src, widget.baseURI);
  if (src.endsWith('.csv')) import('../sources/csv.js').catch(() => undefined);
  if (url.protocol !== 'https:' && url.protocol !== location.protocol) return;
  const early = ((globalThis as Record<symbol, unknown>)[KEY] ??= new Map()) as Map<
    string,
    Promise<Response>
  >;
  if (early.has(url.href)) return;
  const reply = fetch(url, { credentials: 'omit', referrerPolicy: 'strict-origin' });
  reply.catch(() => early.delete(url.href));
  early.set(url.href, reply);
}
