import type { Fault } from './report.js';

interface Named {
  readonly name: string;
  readonly inheritedFrom?: unknown;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

/** What `custom-elements.json` tells of what a page may style. */
export interface StylingManifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

/**
 * Parts and custom properties that a widget has and does not document, and those that it documents and no story
 * shows. `seen`: `obs-card value`, `obs-card --obs-font`.
 */
export function checkStyling({ modules }: StylingManifest, seen: ReadonlySet<string>): Fault[] {
  const told = modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, cssParts = [], cssProperties = [] }) =>
      tagName === undefined ? [] : [...cssParts, ...cssProperties].map((each) => ({ tagName, ...each })),
    );
  const documented = new Set(told.map(({ tagName, name }) => `${tagName} ${name}`));
  // What all widgets inherit need not be seen in each of them.
  const isSeen = ({ tagName, name, inheritedFrom }: (typeof told)[number]): boolean =>
    inheritedFrom ? [...seen].some((each) => each.endsWith(` ${name}`)) : seen.has(`${tagName} ${name}`);
  return [
    ...[...seen]
      .filter((each) => !documented.has(each))
      .map((target) => ({ rule: 'not in the documentation', target })),
    ...told
      .filter((each) => !isSeen(each))
      .map(({ tagName, name }) => ({ rule: 'documented, and in no story', target: `${tagName} ${name}` })),
  ];
}
