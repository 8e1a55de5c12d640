import { asDataError, DataError } from '../errors.js';
import { get } from '../request/get.js';
import { dataUrl } from '../request/safe-url.js';
import { SharedTasks } from '../request/shared-tasks.js';
import type { Notice } from '../table/notice.js';
import type { MapDocument } from '../table/shape.js';
import type { AskOptions } from './engine.js';
import { limitsOf } from './parse-question.js';
import { textOf } from './reading.js';
import type { MapEngine, MapQuestion } from './shapes.js';

/** As long as answers are kept: the shapes of places change less often than anything told of them. */
const LIFETIME = 5 * 60_000;

/** The grid that is here already. */
const PERU = 'pe';

/** The address of a map; what is wrong with it is told of the attribute that has it. */
function addressOf({ address, base, attribute }: MapQuestion): URL {
  try {
    return dataUrl(address, base);
  } catch (reason) {
    const { code, details } = asDataError(reason);
    throw new DataError(code, { ...details, attribute });
  }
}

/** Where it went wrong is told of every failure: the attribute of the page, the host and the path that it names. */
function placed(reason: unknown, { attribute }: MapQuestion, { host, pathname: path }: URL): DataError {
  const { code, details, cause } = asDataError(reason);
  return new DataError(code, { attribute, host, path, ...details }, cause);
}

async function read(question: MapQuestion, signal: AbortSignal): Promise<MapDocument> {
  if (question.attribute === 'grid' && question.address.trim() === PERU) {
    return (await import('../sources/peru-departments.js')).peruGrid();
  }
  const url = addressOf(question);
  try {
    const limits = await limitsOf(question);
    const [reply, { parseMap }] = await Promise.all([
      get(url.href, limits, signal),
      import('../sources/map-document.js'),
    ]);
    const notices: Notice[] = [];
    const { text } = await textOf(reply, { limits, notices });
    const map = await parseMap(text, url.host, question);
    return { ...map, notices: [...notices, ...map.notices] };
  } catch (reason) {
    throw signal.aborted ? signal.reason : placed(reason, question, url);
  }
}

/** Reads maps in the page's own thread; widgets that draw the same one share one request and one reading. */
class PageShapes implements MapEngine {
  readonly #maps = new SharedTasks<MapDocument>(LIFETIME, 4);

  async shapes(question: MapQuestion, { signal, fresh = false }: AskOptions): Promise<MapDocument> {
    const key = JSON.stringify(question);
    if (fresh) this.#maps.forget(key);
    try {
      return await this.#maps.run(key, signal, (shared) => read(question, shared));
    } catch (reason) {
      throw signal.aborted ? signal.reason : asDataError(reason);
    }
  }
}

/** One for a page, whoever loads it. */
export const pageShapes: MapEngine = new PageShapes();
