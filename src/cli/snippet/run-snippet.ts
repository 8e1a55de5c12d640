import { indicatorOf, manifestOf, resourceOf, type Manifest } from '../../observatory/manifest.js';
import { nearestName } from '../../table/nearest.js';
import { EXIT, UsageError, type Io } from '../io.js';
import { openManifest } from '../open-manifest.js';
import { readOptions, wordsFor } from '../options.js';
import { MOST_BYTES } from '../read-resource.js';
import type { Words } from '../words/words.js';
import { FORMS, snippet, type Form, type SnippetParts } from './snippet-forms.js';
import { todaysValue } from './todays-value.js';

const OPTIONS = {
  indicator: { type: 'string' },
  place: { type: 'string' },
  widget: { type: 'string' },
  form: { type: 'string' },
  script: { type: 'string' },
  'manifest-url': { type: 'string' },
  'frame-url': { type: 'string' },
} as const;

const WIDGETS = ['card', 'trend', 'bars', 'map', 'table', 'download'];
/** Where the README puts the files. */
const SCRIPT = '/observatorio-widgets/auto.js';

/** One of the choices, or the usual one. Fails with a UsageError that names the nearest. */
function choiceOf<T extends string>(
  name: string,
  given: string | undefined,
  choices: readonly T[],
  words: Words,
): T | undefined {
  if (given === undefined) return undefined;
  const found = choices.find((each) => each === given);
  if (found !== undefined) return found;
  const nearest = nearestName(given, choices);
  const hint = nearest === undefined ? '' : ` ${words.nearest(nearest)}`;
  throw new UsageError(
    `${words.badOptions(`--${name} ${given}.`)}${hint} ${words.expected(choices.join(', '))}`,
  );
}

/** An address beside the manifest; as it is where the manifest's own is not whole. */
function publicAddress(path: string, base: string): string {
  return URL.canParse(path, base) ? new URL(path, base).href : path;
}

/** Where readers find the data: as the resource says, else the observatory's own page. */
function dataAddress(manifest: Manifest, indicator: string, base: string): string {
  const resource = resourceOf(manifest, indicatorOf(manifest, indicator));
  const [path] = [resource?.path ?? []].flat();
  return publicAddress(path ?? base, base);
}

/** `observatorio snippet --indicator X`: the code to paste, with the value of today for who does not see the widget. */
export async function runSnippet(args: readonly string[], io: Io): Promise<number> {
  const words = wordsFor(args);
  const { values, positionals } = readOptions(args, OPTIONS, 1, words);
  if (values.indicator === undefined) throw new UsageError(words.needs('snippet --indicator robos'));
  const form = choiceOf<Form>('form', values.form, [...FORMS, 'page'], words);
  const asked = choiceOf('widget', values.widget, WIDGETS, words);
  const { signal } = new AbortController();
  const { document, base } = await openManifest(positionals[0], io.cwd, words, { signal });
  const manifest = manifestOf(document, base.host);
  const { widget = 'card' } = indicatorOf(manifest, values.indicator);
  const isLocal = base.protocol === 'file:' && values['manifest-url'] === undefined;
  if (isLocal) io.stderr.write(`${words.snippet.local}\n`);
  const address = values['manifest-url'] ?? (isLocal ? '/observatory.json' : base.href);
  const place = values.place ?? '';
  const options = { offline: false, signal, maxBytes: MOST_BYTES };
  const parts: SnippetParts = {
    ...{ widget: asked ?? widget, indicator: values.indicator, place, lang: words.lang },
    ...{ manifest: address, script: values.script ?? SCRIPT },
    frame:
      values['frame-url'] ??
      publicAddress(`${[values.indicator, place].filter(Boolean).join('-')}.html`, address),
    data: dataAddress(manifest, values.indicator, address),
    today: await todaysValue(manifest, base, { indicator: values.indicator, place }, options, words),
  };
  for (const each of form ? [form] : FORMS) {
    const title = form || each === 'page' ? '' : `<!-- ${words.snippet.titles[each]} -->\n`;
    io.stdout.write(`${title}${snippet(each, parts, words)}\n${form ? '' : '\n'}`);
  }
  if (!form || form === 'iframe') io.stderr.write(`${words.snippet.frame(parts.frame)}\n`);
  return EXIT.good;
}
