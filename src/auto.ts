import { watch } from './embed/upgrade.js';

/** The one script that a page needs. It holds no widget: each is loaded when the page first uses it. */
watch(document, {
  card: () => import('./widgets/card/card.js'),
  table: () => import('./widgets/table/table.js'),
  download: () => import('./widgets/download/download.js'),
  trend: () => import('./widgets/trend/trend.js'),
});
