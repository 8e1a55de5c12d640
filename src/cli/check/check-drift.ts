import type { Manifest } from '../../observatory/manifest.js';
import type { ReadOptions } from '../read-resource.js';
import type { Checking } from './check-resource.js';
import { NOTHING, type Checked } from './finding.js';

/** placeholder */
export async function checkDrift(
  _checking: Checking,
  _indicator: NonNullable<Manifest['indicators']>[number],
  _resource: Manifest['resources'][number],
  _against: URL,
  _options: ReadOptions,
): Promise<Checked> {
  return NOTHING;
}
