import type { ArgTypesEnhancer } from 'storybook/internal/types';
import type { Manifest } from './docs-manifest.js';
import { attributes } from './es/attributes.js';
import { others } from './es/others.js';

/** The groups of the table that documents a widget, by the name that Storybook gives each. */
const GROUPS: Readonly<Record<string, string>> = {
  slots: 'Lo que va dentro de la etiqueta',
  events: 'Eventos',
  properties: 'Propiedades y métodos',
  'css custom properties': 'Propiedades de CSS',
  'css shadow parts': 'Partes (::part)',
};
const OWN = 'Atributos de este cuadro';
const COMMON = 'Atributos de todos los cuadros';

/** Names of the attributes that a widget shares with all others. */
function commonOf({ modules }: Manifest, tag: string | undefined): ReadonlySet<string> {
  const declarations = modules.flatMap(({ declarations = [] }) => declarations);
  const { attributes = [] } = declarations.find(({ tagName }) => tagName === tag) ?? {};
  return new Set(
    attributes
      .filter(({ inheritedFrom }) => /^(Figure|Source|Question)/.test(inheritedFrom?.name ?? ''))
      .map(({ name }) => name),
  );
}

/** Fails where there is none, so that nothing new stays without one. */
function spanishOf(name: string, texts: Readonly<Record<string, string>>): string {
  const text = texts[name];
  if (text === undefined) throw new Error(`"${name}" has no description in .storybook/es.`);
  return text;
}

/** `'line' | 'column'`: the texts that an attribute takes; none where it takes any. */
function choicesOf(type: string | undefined): string[] {
  const parts = (type ?? '').split('|').map((part) => /^\s*'([^']*)'\s*$/.exec(part)?.[1]);
  return parts.every((part) => part !== undefined) ? parts : [];
}

/**
 * Tells in Spanish what the manifest tells, and sorts it into groups: what a widget has for itself, what it shares, and
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
        const description = group in GROUPS ? spanishOf(name, others) : argType.description;
        const shown = { ...argType, description, control: { disable: true } };
        return [name, { ...shown, table: { ...table, category } }] as const;
      }
      const category = common.has(name) ? COMMON : OWN;
      const options = choicesOf(table?.type?.summary);
      const choice = options.length > 0 && { control: { type: 'select' }, options: ['', ...options] };
      const description = spanishOf(name, attributes);
      return [name, { ...argType, ...choice, description, table: { ...table, category } }] as const;
    });
    const order = [OWN, COMMON, ...Object.values(GROUPS)];
    const placeOf = ([, { table }]: (typeof grouped)[number]): number => order.indexOf(table.category);
    grouped.sort((a, b) => placeOf(a) - placeOf(b));
    return Object.fromEntries(grouped) as typeof argTypes;
  };
}
