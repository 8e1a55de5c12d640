export { ObsCard } from './widgets/card/card.js';
export { ObsTrend } from './widgets/trend/trend.js';
