import { DataError } from '../errors.js';
import type { Source } from './source.js';

export const source: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse({ url }) {
    throw new DataError('internal', { host: new URL(url).host });
  },
};
