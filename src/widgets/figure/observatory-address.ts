import { DataError } from '../../errors.js';

/**
 * Where the manifest of the observatory is: as the widget says, else the nearest `data-observatory` around it, through
 * shadow roots, else that of the page's script. An address is relative to the page.
 */
export function observatoryAddress(widget: Element & { readonly observatory: string }): string {
  const said = widget.observatory.trim() || saidAround(widget);
  if (said !== '' && URL.canParse(said, widget.baseURI)) return new URL(said, widget.baseURI).href;
  throw new DataError('bad-attribute', {
    attribute: 'observatory',
    value: said,
    expected: ['/observatory.json'],
  });
}

function saidAround(widget: Element): string {
  const NAME = 'data-observatory';
  let at: Element | undefined = widget;
  while (at) {
    const around = at.closest(`[${NAME}]`)?.getAttribute(NAME);
    if (around) return around;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return widget.ownerDocument.querySelector(`script[${NAME}]`)?.getAttribute(NAME) ?? '';
}
