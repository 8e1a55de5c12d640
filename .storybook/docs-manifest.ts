/** What the docs read of `custom-elements.json`. */
export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  /** Absent where the widget itself declares it. */
  readonly inheritedFrom?: { readonly name: string };
}

interface Member extends Described {
  readonly kind: string;
  readonly attribute?: string;
  readonly return?: { readonly type?: { readonly text: string } };
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

/** The docs leave methods out: each becomes a property that is a function. */
function asField(member: Member): Member {
  if (member.kind !== 'method') return member;
  return { ...member, kind: 'field', type: { text: `() => ${member.return?.type?.text ?? 'void'}` } };
}

/**
 * The manifest as the docs need it. They keep everything of an element under one list of names: a part called
 * `value` would take the place of the attribute, an attribute would stand there again as its property, and what
 * has no name would be left out.
 */
export function docsManifest({ modules }: Manifest): Manifest {
  const told = (declaration: Declaration): Declaration => ({
    ...declaration,
    members: declaration.members?.filter(({ attribute }) => attribute === undefined).map(asField) ?? [],
    slots: declaration.slots?.map((slot) => ({ ...slot, name: slot.name || '(sin nombre)' })) ?? [],
    cssParts: declaration.cssParts?.map((part) => ({ ...part, name: `::part(${part.name})` })) ?? [],
  });
  return { modules: modules.map(({ declarations = [] }) => ({ declarations: declarations.map(told) })) };
}
