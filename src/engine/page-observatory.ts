import { asDataError, DataError } from '../errors.js';
import { manifestOf, type Manifest } from '../observatory/manifest.js';
import { NO_PLACES, readPlaces, type Places } from '../observatory/places.js';
import { get } from '../request/get.js';
import { dataUrl } from '../request/safe-url.js';
import { SharedTasks } from '../request/shared-tasks.js';
import { parseJson } from '../sources/json-text.js';
import { ALL_ROWS } from './all-rows.js';
import type { AskOptions, Limited, Question } from './engine.js';
import type { ManifestQuestion, ObservatoryEngine } from './observatory.js';
import { pageEngine } from './page-engine.js';
import { limitsOf } from './parse-question.js';
import { textOf } from './reading.js';
import { sourceOf } from './resource-question.js';

/** As long as answers are kept. */
const LIFETIME = 5 * 60_000;

/** The question for all rows of a resource of the manifest. */
function rowsOf(manifest: Manifest, name: string, url: string, limits: Limited): Question | undefined {
  const resource = manifest.resources.find((each) => each.name === name);
  return resource && { ...limits, ...ALL_ROWS, ...sourceOf(resource, url) };
}

async function readManifest(question: ManifestQuestion, signal: AbortSignal): Promise<Manifest> {
  const url = dataUrl(question.url);
  const { host, pathname: path } = url;
  try {
    const limits = await limitsOf(question);
    const reply = await get(url.href, limits, signal);
    const { text } = await textOf(reply, { limits, notices: [] });
    return manifestOf(await parseJson(text, host), host);
  } catch (reason) {
    if (signal.aborted) throw signal.reason;
    const { code, details, cause } = asDataError(reason);
    throw new DataError(code, { attribute: 'observatory', host, path, ...details }, cause);
  }
}

/** The same for the same manifest, in whatever order it was asked for. */
const keyOf = ({ url, hosts, maxBytes, timeout, firstByteTimeout, stallTimeout }: ManifestQuestion): string =>
  JSON.stringify([url, hosts, maxBytes, timeout, firstByteTimeout, stallTimeout]);

/** Reads manifests in the page's own thread: one request for each, however many widgets stand in the page. */
class PageObservatory implements ObservatoryEngine {
  readonly #manifests = new SharedTasks<Manifest>(LIFETIME, 4);
  readonly #places = new SharedTasks<Places>(LIFETIME, 4);

  async manifest(question: ManifestQuestion, { signal, fresh = false }: AskOptions): Promise<Manifest> {
    const key = keyOf(question);
    if (fresh) this.#manifests.forget(key);
    return this.#manifests.run(key, signal, (shared) => readManifest(question, shared));
  }

  async places(question: ManifestQuestion, options: AskOptions): Promise<Places> {
    const manifest = await this.manifest(question, options);
    const { places } = manifest;
    const { url, ...limits } = question;
    const rows = places && rowsOf(manifest, places.resource, url, limits);
    if (!rows) return NO_PLACES;
    return this.#places.run(keyOf(question), options.signal, async (signal) => {
      const { table } = await pageEngine.ask(rows, { signal });
      return readPlaces(table, places);
    });
  }
}

/** One for a page, whoever loads it. */
export const pageObservatory: ObservatoryEngine = new PageObservatory();
