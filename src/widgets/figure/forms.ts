import type { PropertyValues } from 'lit';

/** The forms of attributes that a figure can do without: a value of another form is not used. */
export const FORMS = {
  theme: 'light|dark',
  headingLevel: '[2-6]',
  decimals: '\\d',
  updatedOn: '\\d{4}(-\\d\\d)*(T.*)?',
  // No script, and no address without its `https://`, which would lead to a page of this site that is not there.
  sourceHref: '(?![\\w-]+(:(?!//)|\\.(?!htm|php|pdf))).*',
};

type Formed = Record<keyof typeof FORMS, string> & { readonly odd: Map<string, string> };

/** Leaves out values of another form than their attributes have, and notes them. */
export function leaveOdd(host: Formed, changed: PropertyValues): void {
  for (const name of Object.keys(FORMS) as (keyof typeof FORMS)[]) {
    if (!changed.has(name)) continue;
    host.odd.delete(name);
    if (new RegExp(`^(${FORMS[name]})?$`).test(host[name])) continue;
    host.odd.set(name, host[name]);
    host[name] = '';
  }
}
