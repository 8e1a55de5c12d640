import type { ComparedMessages } from '../compared-messages.js';
import { measures } from './measures.js';

export const compared: ComparedMessages = {
  and: () => 'and',
  noCategory: 'not specified',
  tooFew: measures.tooFew,
  most: (told, without) => `Highest value${without}: ${told}`,
  least: (told, without) => `Lowest value${without}: ${told}`,
  without: (which) => `, not counting ${which}`,
  unsettled: {
    unreliable: 'those with few cases',
    incomplete: 'incomplete ones',
    forecast: 'projected ones',
  },
  allEqual: (value, isRounded) => `All have the same ${isRounded ? 'rounded ' : ''}value: ${value}`,
  all: 'all',
  some: (count, all) => `${count} of ${all}`,
};
