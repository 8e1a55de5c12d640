import type { Formed } from './usual-forms.js';

/** The forms of attributes that a figure can do without: a value of another form is not used. */
const FORMS: Readonly<Record<keyof Formed, string>> = {
  theme: 'light|dark',
  headingLevel: '[2-6]',
  decimals: '\\d',
  updatedOn: '\\d{4}(-\\d\\d)*(T.*)?',
  // No script, and no address without its `https://`, which would lead to a page of this site that is not there.
  sourceHref: '(?![\\w-]+(:(?!//)|\\.(?!htm|php|pdf))).*',
};

/** Values of another form than their attributes have, put aside. */
export class Forms {
  readonly #host: Formed & { readonly odd: Map<string, string> };
  /** What was looked at last. */
  readonly #seen = new Map<string, string>();

  constructor(host: Formed & { readonly odd: Map<string, string> }) {
    this.#host = host;
  }

  /** Looks at what the page has changed: what has no form of its attribute's is taken out, and noted. */
  putOddAside(): void {
    const host = this.#host;
    for (const name of Object.keys(FORMS) as (keyof Formed)[]) {
      const value = host[name];
      if (value === (this.#seen.get(name) ?? '')) continue;
      host.odd.delete(name);
      if (!new RegExp(`^(${FORMS[name]})?$`).test(value)) {
        host.odd.set(name, value);
        host[name] = '';
      }
      this.#seen.set(name, host[name]);
    }
  }
}
