export { ObsCard } from './widgets/card/card.js';
export { ObsDownload } from './widgets/download/download.js';
export { ObsTable } from './widgets/table/table.js';
export { ObsTrend } from './widgets/trend/trend.js';
