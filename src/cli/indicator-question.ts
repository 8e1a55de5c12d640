import type { Question } from '../engine/engine.js';
import { readPlaces, type Places } from '../observatory/places.js';
import type { Manifest } from '../observatory/manifest.js';
import type { Texts } from '../observatory/resource-texts.js';
import { questionAbout, readResource, type ReadOptions } from './read-resource.js';

type Resource = Manifest['resources'][number];

/** The question that a card asks of an indicator, from the attributes that the manifest stands for. */
export async function indicatorQuestion(
  resource: Resource,
  base: URL,
  texts: Texts,
  options: Pick<ReadOptions, 'offline' | 'maxBytes'>,
): Promise<Question> {
  const { value = '', time = '', by = '', where = '', per = '', status = '', labels = '' } = texts;
  const { breaks = '', provisionalFrom = '', completeThrough = '' } = texts;
  const asked = { value, time, by, where, per, status, labels, breaks, provisionalFrom, completeThrough };
  const compared = completeThrough !== '' && { compared: true };
  return questionAbout(resource, base, options, { ...asked, series: true, ...compared });
}

/** The observatory's list of places; empty where the manifest has none. */
export async function placesOf(manifest: Manifest, base: URL, options: ReadOptions): Promise<Places> {
  const { places, resources } = manifest;
  const resource = resources.find(({ name }) => name === places?.resource);
  return places && resource
    ? readPlaces(await readResource(manifest, resource, base, options), places)
    : new Map();
}
