export { ObsCard } from './widgets/card/card.js';
