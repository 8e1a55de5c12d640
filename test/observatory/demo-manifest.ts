import { readFileSync } from 'node:fs';
import { manifestOf, type Manifest } from '../../src/observatory/manifest.js';
import { readPlaces, type Places } from '../../src/observatory/places.js';
import { source } from '../../src/sources/csv.js';
import { TableBuilder } from '../../src/table/builder.js';

const fileOf = (name: string): string =>
  readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8');

/** The manifest of the demonstration observatory, as JSON: a copy to be spoiled. */
export function demoDocument(): Record<string, unknown> {
  return JSON.parse(fileOf('observatory.json')) as Record<string, unknown>;
}

export function demoManifest(): Manifest {
  return manifestOf(demoDocument(), 'demo.example');
}

/** Its list of places. */
export async function demoPlaces(): Promise<Places> {
  const builder = new TableBuilder();
  await source.parse({ url: 'https://demo.example/lugares.csv', text: fileOf('lugares.csv') }, builder, {});
  const { places } = demoManifest();
  if (!places) throw new Error('the demonstration has no places');
  return readPlaces(await builder.finish(), places);
}
