import type { PropertyValues } from 'lit';

/** The forms of attributes that a figure can do without: a value of another form is not used. */
const FORMS = {
  theme: 'light|dark',
  headingLevel: '[2-6]',
  decimals: '\\d',
  updatedOn: '\\d{4}(-\\d\\d)*(T.*)?',
  // No script, and no address without its `https://`, which would lead to a page of this site that is not there.
  sourceHref: '(?![\\w-]+(:(?!//)|\\.(?!htm|php|pdf))).*',
};

type Named = { readonly odd: Map<string, string> } & Record<keyof typeof FORMS, string>;

/** A value that its attribute does not take is put aside: the figure can do without it. */
export function putOddAside(widget: Named, changed: PropertyValues): void {
  for (const name of Object.keys(FORMS) as (keyof typeof FORMS)[]) {
    if (!changed.has(name)) continue;
    widget.odd.delete(name);
    if (new RegExp(`^(${FORMS[name]})?$`).test(widget[name])) continue;
    widget.odd.set(name, widget[name]);
    widget[name] = '';
  }
}
