import { broughtBy, type Import } from './imports.js';

/** The levels of the house, from the ground up: imports point down, and not sideways. */
const LEVELS: readonly (readonly string[])[] = [
  ['errors.ts', 'pause.ts', 'table'],
  ['query', 'request', 'text', 'theme'],
  ['sources', 'observatory', 'selection'],
  ['engine'],
  ['controllers'],
  ['widgets'],
  ['index.ts', 'auto.ts', 'embed', 'cli'],
];

/** Up to this level nothing knows a page: it runs in a worker and in Node as well. */
export const LAST_WITHOUT_PAGE = 3;

/** `widgets` → `5`; -1 for a place that the house does not have. */
export function levelOf(module: string): number {
  const [first = ''] = module.split('/');
  return LEVELS.findIndex((places) => places.includes(first));
}

/** What may be imported sideways, and why. */
const SIDEWAYS: readonly (readonly [from: RegExp, to: RegExp, only?: Import['kind']])[] = [
  // A failure is a fact about data: the ground floor is one room.
  [/^table\//, /^errors\.ts$/],
  // A summary tells a series: it takes the shape of one from the query, and nothing that runs.
  [/^text\/summary\//, /^query\/(observations|series|compare-places)\.ts$/, 'type'],
  // The script for pages is what starts the watching of pages.
  [/^auto\.ts$/, /^embed\//],
];

/** A widget knows the frame that all have, how it is registered, and no other widget. */
function isWidgetsOwn({ from, to, kind }: Import): boolean {
  // A profile is made of the other widgets: it loads them as a page does.
  if (from.startsWith('widgets/profile/') && kind === 'later' && /^widgets\/(\w+)\/\1\.ts$/.test(to))
    return true;
  const own = /^widgets\/[^/]+\//.exec(from)?.[0] ?? '';
  return /^widgets\/(figure\/|define\.ts$)/.test(to) || (own !== '' && to.startsWith(own));
}

/** Of widgets, the command takes what says how a figure is told: models, which draw nothing. */
function isCommandsOwn({ from, to }: Import): boolean {
  return !from.startsWith('cli/') || !/^(widgets|controllers)\//.test(to) || to.endsWith('-model.ts');
}

function isPermitted(each: Import): boolean {
  const { from, to, kind } = each;
  if (!to.endsWith('.ts')) return true;
  const [here, there] = [levelOf(from), levelOf(to)];
  if (here < 0 || there < 0) return false;
  if (here > there) return isCommandsOwn(each);
  if (here < there) return false;
  if (from.startsWith('widgets/')) return isWidgetsOwn(each);
  const isSameFolder = from.includes('/') && from.split('/')[0] === to.split('/')[0];
  const isSideways = SIDEWAYS.some(
    ([one, other, only = kind]) => one.test(from) && other.test(to) && kind === only,
  );
  return isSameFolder || isSideways;
}

/** Imports that point up or sideways, of values and types, now or later. */
export function misdirected(imports: readonly Import[]): string[] {
  return imports.filter((each) => !isPermitted(each)).map(({ from, to }) => `${from} → ${to}`);
}

/** Of what fetches, a widget takes only what touches no network: the gate for links, and the breath between slices. */
const WITHOUT_NETWORK = /^request\/(safe-url|pause)\.ts$/;

/** Widgets that reach past the engine to sources or requests. */
export function pastEngine(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => /^(widgets|controllers)\//.test(from) && /^(sources|request)\//.test(to))
    .filter(({ to }) => !WITHOUT_NETWORK.test(to))
    .map(({ from, to }) => `${from} → ${to}`);
}

/** Models that bring with them what draws: they say what is drawn, and know no renderer. */
export function modelsThatDraw(imports: readonly Import[]): string[] {
  const models = new Set(imports.map(({ from }) => from).filter((from) => from.endsWith('-model.ts')));
  return [...models].flatMap((model) =>
    broughtBy(model, imports)
      .filter((way) => /^(lit|chart\.js)\b/.test(way.at(-1) ?? ''))
      .map((way) => way.join(' → ')),
  );
}
