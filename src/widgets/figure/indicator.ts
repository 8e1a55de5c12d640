import type { LitElement } from 'lit';
import { AskingController } from '../../controllers/asking-controller.js';
import { askIndicator, type IndicatorQuestion } from '../../engine/ask-indicator.js';
import { pageObservatory } from '../../engine/page-observatory.js';
import type { Texts } from '../../observatory/resource-texts.js';
import type { FigureAttributes } from './figure-attributes.js';
import { wholes } from './elsewhere.js';
import { observatoryAddress } from './observatory-address.js';
import { otherwiseOf } from './otherwise-of.js';
import { pagesOwn, TOGETHER, type PagesOwn } from './pages-own.js';

/** Widgets that compare places where nothing else is asked. */
const COMPARES_PLACES = /^obs-(bars|map)$/;

/** A widget that asks about the place itself needs it as the page has it: two places may have one name. */
interface Placed {
  placeAsked: string;
}
const isPlaced = (widget: object): widget is Placed => 'placeAsked' in widget;

/** What a widget has of the manifest so far. */
interface Filled {
  readonly controller: AskingController<IndicatorQuestion, { readonly texts: Texts }>;
  /** What was written into its properties: that, and nothing of the page's own, is written over. */
  texts: Texts;
  /** What the page itself says of what has both. */
  readonly own: PagesOwn;
}

const filledBy = new WeakMap<FigureAttributes, Filled>();

function filledOf(widget: FigureAttributes): Filled {
  const known = filledBy.get(widget);
  if (known) return known;
  const controller: Filled['controller'] = new AskingController(widget, async (question, options) => ({
    texts: await askIndicator(pageObservatory, question, options),
  }));
  const made: Filled = { controller, texts: {}, own: { place: '', where: '' } };
  filledBy.set(widget, made);
  pagesOwn.set(widget, made.own);
  return made;
}

/** Writes what the manifest says into the properties for which the page says nothing. */
function write(widget: FigureAttributes, filled: Filled, texts: Texts): void {
  const properties = widget as unknown as Record<string, unknown>;
  const { elementProperties } = widget.constructor as typeof LitElement;
  for (const name of new Set([...Object.keys(filled.texts), ...Object.keys(texts)])) {
    if (!elementProperties.has(name)) continue;
    const now = properties[name];
    const isOurs = now === '' || now === filled.texts[name] || name in filled.own;
    if (isOurs) properties[name] = texts[name] ?? '';
  }
  filled.texts = texts;
}

/**
 * Puts what the manifest says of `indicator` and `place` into the widget's properties. `false` while it is on its way;
 * fails with a DataError that names the attribute or the place in the manifest.
 */
export function fill(widget: FigureAttributes): boolean {
  const filled = filledOf(widget);
  const { controller, texts, own } = filled;
  for (const name of TOGETHER) if (widget[name] !== texts[name]) own[name] = widget[name];
  const saysBy = widget.by !== '' && widget.by !== texts['by'];
  controller.ask({
    url: observatoryAddress(widget),
    indicator: widget.indicator,
    ...own,
    lang: widget.lang || 'es',
    byParts: COMPARES_PLACES.test(widget.localName) && !saysBy,
    by: saysBy ? widget.by : '',
    maxBytes: widget.maxBytes,
    timeout: widget.timeout,
    firstByteTimeout: widget.firstByteTimeout,
    stallTimeout: widget.stallTimeout,
  });
  const { state } = controller;
  if (state.name === 'failed') throw state.error;
  if (state.name === 'loading') return false;
  const isOther = TOGETHER.some((name) => widget[name] !== (state.texts[name] ?? ''));
  if (state.texts !== texts || isOther) write(widget, filled, state.texts);
  widget.otherwise = otherwiseOf(widget, state.texts);
  const { per, wholeWhere = '', wholePer, targets } = state.texts;
  // What the page writes itself is per what it says.
  wholes.set(widget, { where: wholeWhere, per: widget.per === per ? wholePer : undefined, targets });
  if (isPlaced(widget)) widget.placeAsked = own.place;
  return true;
}

/** Asks again for a manifest that could not be had. */
export async function refreshManifest(widget: FigureAttributes): Promise<void> {
  await filledBy.get(widget)?.controller.refresh();
}
