import type { Manifest } from '../../../src/observatory/manifest.js';
import { indicatorOf, resourceOf } from '../../../src/observatory/manifest.js';
import { NO_PLACES, placeOf } from '../../../src/observatory/places.js';
import { en } from '../../../src/text/en.js';
import { method as es } from '../../../src/text/es/method.js';
import { makeWords } from '../../../src/text/words.js';
import type { MethodTold } from '../../../src/widgets/method/method-told.js';
import { demoManifest, demoPlaces } from '../../observatory/demo-manifest.js';

/** What the sheet of an indicator is made of, from the demonstration's manifest unless another is given. */
export async function toldOf(
  name: string,
  more: { readonly place?: string; readonly lang?: 'es' | 'en'; readonly manifest?: Manifest } = {},
): Promise<MethodTold> {
  const { place = '', lang = 'es', manifest = demoManifest() } = more;
  const indicator = indicatorOf(manifest, name);
  const places = place === '' ? NO_PLACES : await demoPlaces();
  return {
    manifest,
    indicator,
    resource: resourceOf(manifest, indicator),
    place: place === '' ? '' : placeOf(places, place).code,
    places,
    base: 'https://demo.example/observatory.json',
    words: lang === 'es' ? makeWords() : makeWords(en.figure),
    messages: lang === 'es' ? es : en.method,
  };
}
