/** What a reader finds where a server goes wrong. `HOST` stands for its name. */
export type Outcome =
  /** The figure, as if nothing had been. */
  | { readonly value: string }
  /** The plain sentence; `onlyFigures` where a table can still show the rows as they came. */
  | { readonly sentence: string; readonly onlyFigures?: true };

const figure = (value = '10.1'): Outcome => ({ value });
const sentence = (text: string): Outcome => ({ sentence: text });
const ofFigures = (text: string): Outcome => ({ sentence: text, onlyFigures: true });

const REFUSED = sentence('La fuente HOST respondió con un error.');
const LATE = sentence('La fuente HOST no respondió a tiempo.');
const UNREADABLE = sentence('No se pudo leer la fuente HOST.');
const NOT_DATA = sentence('La fuente HOST respondió con una página, no con datos.');
const WITHOUT_CONTENT = sentence('La fuente HOST respondió sin contenido.');
const DAMAGED = sentence('Los datos de HOST llegaron incompletos o dañados.');
const PORTAL_REFUSED = sentence('La fuente HOST avisó que no puede entregar los datos.');
const TOO_MUCH = sentence('La fuente HOST envió demasiados datos.');
const CHANGED = ofFigures('Los datos no tienen lo que este cuadro necesita.');

/** Only these have places, of which a map knows some or none. */
const OF_PLACES: Readonly<Record<string, Outcome>> = {
  '/latin1-declared-utf8': figure(),
  '/latin1-undeclared': figure(),
  '/utf16le-bom': figure(),
  '/formula-cells': ofFigures('Este cuadro no está bien configurado.'),
  '/changed-type': ofFigures('Los datos no tienen números donde este cuadro los necesita.'),
};

/** What a reader of this widget finds, where most find this. */
export function outcomeFor(tag: string, path: string, outcome: Outcome): Outcome {
  if (tag !== 'obs-map') return outcome;
  const isOfFigures = 'value' in outcome || outcome.onlyFigures === true;
  return OF_PLACES[path] ?? (isOfFigures ? CHANGED : outcome);
}

/**
 * Every path of the server of faults but one: of a gzip file that ends too early, Chromium tells nobody that it did.
 */
export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  '/ok.csv': figure(),
  '/ok.json': figure(),
  '/slow.csv': figure(),
  '/500': REFUSED,
  '/502': REFUSED,
  '/503': REFUSED,
  '/503-retry-after': REFUSED,
  '/503-retry-after-exposed': REFUSED,
  '/504': REFUSED,
  '/404-html': REFUSED,
  '/429': REFUSED,
  '/401': REFUSED,
  '/403-waf': REFUSED,
  '/418-waf': REFUSED,
  '/hang-before-headers': LATE,
  '/hang-after-headers': LATE,
  '/drip': figure(),
  '/endless': LATE,
  '/reset-at-once': UNREADABLE,
  '/reset-mid-body': UNREADABLE,
  '/truncated-length': UNREADABLE,
  '/redirect-loop': UNREADABLE,
  '/redirect-other-origin': UNREADABLE,
  '/no-cors': UNREADABLE,
  '/duplicated-cors': UNREADABLE,
  '/preflight-refused': figure(),
  '/html-200': NOT_DATA,
  '/login-redirect': NOT_DATA,
  '/login': NOT_DATA,
  '/php-warning': NOT_DATA,
  '/empty': WITHOUT_CONTENT,
  '/whitespace': WITHOUT_CONTENT,
  '/bad-json': DAMAGED,
  '/error-object-ckan': PORTAL_REFUSED,
  '/error-object-dkan': PORTAL_REFUSED,
  '/wrong-content-type': figure(),
  '/no-content-type': figure(),
  '/latin1-declared-utf8': figure(),
  '/latin1-undeclared': figure(),
  '/utf16le-bom': figure(),
  '/utf8-bom': figure(),
  '/gzip-bomb': TOO_MUCH,
  '/deep-json': TOO_MUCH,
  '/many-columns': TOO_MUCH,
  '/long-cell': TOO_MUCH,
  '/flaky': figure(),
  '/flapping': figure(),
  '/stale': figure(),
  '/clock-skew': figure(),
  // The cell of 2024 reads `-1+2`, which is no number.
  '/formula-cells': figure('9.3'),
  '/prototype-headers': figure(),
  '/renamed-column': CHANGED,
  '/extra-nesting': CHANGED,
  '/changed-type': ofFigures('Los datos no tienen números donde este cuadro los necesita.'),
  '/duplicate-keys': ofFigures('Hay varios valores para un mismo periodo y no se sabe cuál mostrar.'),
  '/partial-rows': figure(),
  '/unsorted': figure(),
  '/future-dates': figure('10.4'),
  '/negative-counts': figure('-4.2'),
  '/rate-times-1000': figure('10,100'),
};
