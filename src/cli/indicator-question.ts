import { askIndicator } from '../engine/ask-indicator.js';
import type { Question } from '../engine/engine.js';
import { pageObservatory } from '../engine/page-observatory.js';
import { askedBy } from '../engine/resource-question.js';
import { NO_PLACES, readPlaces, type Places } from '../observatory/places.js';
import type { Manifest } from '../observatory/manifest.js';
import type { Texts } from '../observatory/resource-texts.js';
import { askable } from './local-files.js';
import { limitsFor, questionAbout, readResource, type ReadOptions } from './read-resource.js';

type Resource = Manifest['resources'][number];

/** What the name of an indicator and a place stand for, found by what finds it for a page. */
export async function textsOf(
  base: URL,
  asked: { readonly indicator: string; readonly place: string; readonly lang: string },
  options: ReadOptions,
): Promise<Texts> {
  const question = { ...(await limitsFor(options)), url: (await askable(base)).href };
  const { signal } = options;
  return askIndicator(
    pageObservatory,
    { ...question, ...asked, where: '', byParts: false, by: '' },
    { signal },
  );
}

/** The question that a card asks of an indicator, from the attributes that the manifest stands for. */
export async function indicatorQuestion(
  resource: Resource,
  base: URL,
  texts: Texts,
  options: Pick<ReadOptions, 'offline' | 'maxBytes'>,
): Promise<Question> {
  const asked = askedBy(texts);
  const compared = asked.completeThrough !== '' && { compared: true };
  return questionAbout(resource, base, options, { ...asked, series: true, ...compared });
}

/** The observatory's list of places; empty where the manifest has none. */
export async function placesOf(manifest: Manifest, base: URL, options: ReadOptions): Promise<Places> {
  const { places, resources } = manifest;
  const resource = resources.find(({ name }) => name === places?.resource);
  return places && resource ? readPlaces(await readResource(resource, base, options), places) : NO_PLACES;
}
