import { watch } from './embed/upgrade.js';

/** What all widgets share: asked for together with the widget, not after it. */
const core = (): Promise<unknown> => import('./widgets/figure/figure-element.js');

/** What the larger ones share besides. */
const views = (): Promise<unknown> => import('./text/status-symbols.js');

/**
 * The one script that a page needs. It holds no widget: each is loaded when the page first uses it. Where there is no
 * page, as in Node, it does nothing.
 */
watch(globalThis.document, {
  bars: () => Promise.all([core(), views(), import('./widgets/bars/bars.js')]),
  card: () => Promise.all([core(), import('./widgets/card/card.js')]),
  download: () => Promise.all([core(), views(), import('./widgets/download/download.js')]),
  filter: () => Promise.all([core(), import('./widgets/filter/filter.js')]),
  map: () => Promise.all([core(), views(), import('./widgets/map/map.js')]),
  method: () => Promise.all([core(), import('./widgets/method/method.js')]),
  profile: () => Promise.all([core(), import('./widgets/profile/profile.js')]),
  table: () => Promise.all([core(), views(), import('./widgets/table/table.js')]),
  targets: () => Promise.all([core(), views(), import('./widgets/targets/targets.js')]),
  trend: (isNear) =>
    Promise.all([
      core(),
      views(),
      import('./widgets/trend/trend.js'),
      // A chart that is seen at once needs its library at once.
      isNear && import('./widgets/trend/chart.js'),
    ]),
});
