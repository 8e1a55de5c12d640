import type { CSSResultGroup } from 'lit';
import { ObsBars } from '../../src/widgets/bars/bars.js';
import { ObsCard } from '../../src/widgets/card/card.js';
import { ObsDownload } from '../../src/widgets/download/download.js';
import { ObsFilter } from '../../src/widgets/filter/filter.js';
import { ObsMap } from '../../src/widgets/map/map.js';
import { ObsMethod } from '../../src/widgets/method/method.js';
import { ObsProfile } from '../../src/widgets/profile/profile.js';
import { ObsTable } from '../../src/widgets/table/table.js';
import { ObsTargets } from '../../src/widgets/targets/targets.js';
import { ObsTrend } from '../../src/widgets/trend/trend.js';
import { broughtBy, importsOf } from './imports.js';
import { projectFiles, readProject } from './project.js';

/** Every widget, by its tag. */
export const WIDGETS = {
  'obs-card': ObsCard,
  'obs-trend': ObsTrend,
  'obs-bars': ObsBars,
  'obs-table': ObsTable,
  'obs-map': ObsMap,
  'obs-download': ObsDownload,
  'obs-method': ObsMethod,
  'obs-targets': ObsTargets,
  'obs-filter': ObsFilter,
  'obs-profile': ObsProfile,
} as const;

export type Tag = keyof typeof WIDGETS;
export const TAGS = Object.keys(WIDGETS) as Tag[];

const MODULES = Object.fromEntries(
  projectFiles('src')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path.slice('src/'.length), readProject(path)]),
);
/** What a widget loads later is part of it as well; another widget that it is made of is told of by itself. */
const IMPORTS = importsOf(MODULES)
  .filter(({ to, kind }) => kind !== 'type' && !/^widgets\/(\w+)\/\1\.ts$/.test(to))
  .map((each) => ({ ...each, kind: 'now' as const }));

/** The code of the widgets' folder that a widget is made of. */
function codeOf(tag: Tag): string {
  const name = tag.slice('obs-'.length);
  const modules = broughtBy(`widgets/${name}/${name}.ts`, IMPORTS).map((way) => way.at(-1) ?? '');
  return modules
    .filter((module) => module.startsWith('widgets/'))
    .map((module) => MODULES[module] ?? '')
    .join('\n');
}

const namesIn = (code: string, pattern: RegExp): string[] =>
  [...new Set([...code.matchAll(pattern)].map(([, name = '']) => name))].sort();

function styleText(styles: CSSResultGroup): string {
  return 'cssText' in styles ? styles.cssText : [styles].flat().map(styleText).join('\n');
}

/** Attributes as a page writes them, without those of the form `data-obs-*`. */
export const attributesOf = (tag: Tag): string[] =>
  WIDGETS[tag].observedAttributes.filter((name) => !name.startsWith('data-')).sort();

/** Names of parts in the widget's templates. */
export const partsOf = (tag: Tag): string[] => namesIn(codeOf(tag), /\bpart="([\w-]+)"/g);

/** Names of slots in the widget's templates; `''` is the one without a name. */
export const slotsOf = (tag: Tag): string[] => namesIn(codeOf(tag), /<slot(?:\s+name="([\w-]+)")?\s*>/g);

/** Names of events that the widget's code makes. */
export const eventsOf = (tag: Tag): string[] => namesIn(codeOf(tag), /super\('([\w-]+)', OUTWARD/g);

/** Custom properties of the page that the widget's styles take. */
export const propertiesOf = (tag: Tag): string[] =>
  namesIn(styleText(WIDGETS[tag].styles), /var\((--obs-[\w-]+)/g);
