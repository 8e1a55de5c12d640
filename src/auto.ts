import { watch, type WidgetLoaders } from './embed/upgrade.js';

/** What all widgets share: asked for together with the widget, not after it. */
const core = (): Promise<unknown> => import('./widgets/figure/figure-element.js');

/** What the larger ones share besides. */
const views = (): Promise<unknown> => import('./text/status-symbols.js');

/** Loads a widget together with what it shares. */
const beside =
  (own: WidgetLoaders[string]): WidgetLoaders[string] =>
  (isNear) =>
    Promise.all([core(), views(), own(isNear)]);

/**
 * The one script that a page needs. It holds no widget: each is loaded when the page first uses it. Where there is no
 * page, as in Node, it does nothing.
 */
watch(globalThis.document, {
  card: () => Promise.all([core(), import('./widgets/card/card.js')]),
  download: beside(() => import('./widgets/download/download.js')),
  map: beside(() => import('./widgets/map/map.js')),
  table: beside(() => import('./widgets/table/table.js')),
  trend: beside((isNear) =>
    Promise.all([
      import('./widgets/trend/trend.js'),
      // A chart that is seen at once needs its library at once.
      isNear && import('./widgets/trend/chart.js'),
    ]),
  ),
});
