/** What the docs read of `custom-elements.json`. */
export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

interface Described {
  readonly name: string;
  readonly description?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly (Described & { readonly attribute?: string })[];
  readonly attributes?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly (Described & { readonly default?: string })[];
}

/**
 * The manifest as the docs need it. They keep everything of an element under one list of names: a part called
 * `value` would take the place of the attribute, and an attribute would stand there again as its property.
 */
export function docsManifest({ modules }: Manifest): Manifest {
  const told = (declaration: Declaration): Declaration => ({
    ...declaration,
    members: declaration.members?.filter(({ attribute }) => attribute === undefined) ?? [],
    cssParts: declaration.cssParts?.map((part) => ({ ...part, name: `::part(${part.name})` })) ?? [],
  });
  return { modules: modules.map(({ declarations = [] }) => ({ declarations: declarations.map(told) })) };
}
