import type { ArgTypesEnhancer } from 'storybook/internal/types';
import type { Manifest } from './docs-manifest.js';

/** The groups of the table that documents a widget, by the name that Storybook gives each. */
const GROUPS: Readonly<Record<string, string>> = {
  properties: 'Propiedades y métodos',
  events: 'Eventos',
  slots: 'Lo que va dentro de la etiqueta',
  'css custom properties': 'Propiedades de CSS',
  'css shadow parts': 'Partes (::part)',
};
const OWN = 'Atributos de este cuadro';
const COMMON = 'Atributos de todos los cuadros';

/** Names of the attributes that a widget shares with all others. */
function commonOf({ modules }: Manifest, tag: string | undefined): ReadonlySet<string> {
  const declarations = modules.flatMap(({ declarations = [] }) => declarations);
  const { attributes = [] } = declarations.find(({ tagName }) => tagName === tag) ?? {};
  return new Set(attributes.filter(({ inheritedFrom }) => inheritedFrom).map(({ name }) => name));
}

/** `'line' | 'column'`: the texts that an attribute takes; none where it takes any. */
function choicesOf(type: string | undefined): string[] {
  const parts = (type ?? '').split('|').map((part) => /^\s*'([^']*)'\s*$/.exec(part)?.[1]);
  return parts.every((part) => part !== undefined) ? parts : [];
}

/**
 * Sorts what the manifest tells into groups with Spanish names: what a widget has for itself, what it shares, and
 * what nobody can type in. An attribute that takes a few texts only gets a list to choose from.
 */
export function groupedArgTypes(manifest: Manifest): ArgTypesEnhancer {
  return ({ argTypes, component }) => {
    const common = commonOf(manifest, typeof component === 'string' ? component : undefined);
    const grouped = Object.entries(argTypes).map(([name, argType]) => {
      const { table } = argType;
      const group = table?.category ?? '';
      if (group !== 'attributes') {
        const category = GROUPS[group] ?? group;
        return [name, { ...argType, control: false, table: { ...table, category } }] as const;
      }
      const category = common.has(name) ? COMMON : OWN;
      const options = choicesOf(table?.type?.summary);
      const choice = options.length > 0 && { control: 'select', options: ['', ...options] };
      return [name, { ...argType, ...choice, table: { ...table, category } }] as const;
    });
    return Object.fromEntries(grouped) as typeof argTypes;
  };
}
