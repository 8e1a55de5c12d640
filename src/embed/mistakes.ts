import { nearestName } from '../table/nearest.js';

const PREFIX = 'data-obs-';
/** What a widget may be told, as far as it is likely to be written without the prefix. */
const OURS =
  /^(data-)?(src|value|time|by|where|per|sort|limit|status|place|period|unit|heading|source-name|source-href|hosts|for|formats|shape)$/;

const said = new Set<string>();

/** In the console, where the page's owner looks; once for each thing to say. */
function say(sentence: string, element: Element): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(`observatorio-widgets: ${sentence}`, element);
}

function guess(word: string, names: readonly string[]): string {
  const nearest = nearestName(word.toLowerCase().replace(/^obs-/, ''), names);
  return nearest === undefined ? '' : ` ¿Quiso decir «${nearest}»?`;
}

/** `data-obs="tarjeta"`: the element stays as it is. */
function tellUnknownKind(element: Element, names: readonly string[]): void {
  const value = element.getAttribute('data-obs') ?? '';
  const choices = names.map((name) => `data-obs="${name}"`).join(', ');
  say(`data-obs="${value}" no es ningún cuadro.${guess(value, names)} Puede ser: ${choices}.`, element);
}

/** `<div data-obs="card" src="…">`: a plain element is heard only by its `data-obs-` attributes. */
function tellBareAttributes(element: Element): void {
  for (const name of element.getAttributeNames().filter((each) => OURS.test(each))) {
    const whole = PREFIX + name.replace(/^data-/, '');
    // What an element of HTML has of its own, such as a link with `src`, stands beside it.
    if (!element.hasAttribute(whole))
      say(
        `con data-obs="${element.getAttribute('data-obs') ?? ''}", el atributo ${name} no se lee: escriba ${whole}.`,
        element,
      );
  }
}

/** `<obs-tend>`: no element of ours, nor of anybody else. */
function tellUnknownTag(element: Element, names: readonly string[]): void {
  const { localName } = element;
  if (customElements.get(localName)) return;
  const nearest = nearestName(
    localName,
    names.map((name) => `obs-${name}`),
  );
  const guessed = nearest === undefined ? '' : ` ¿Quiso decir <${nearest}>?`;
  const choices = names.map((name) => `<obs-${name}>`).join(', ');
  say(`<${localName}> no es ningún cuadro.${guessed} Hay: ${choices}.`, element);
}

/** Tells the page's owner what is wrong with an element that is meant to be a widget; `names`: which there are. */
export function tellMistake(element: Element, names: readonly string[]): void {
  const kind = element.getAttribute('data-obs')?.replace(/^obs-/, '');
  if (kind === undefined) tellUnknownTag(element, names);
  else if (names.includes(kind)) tellBareAttributes(element);
  else tellUnknownKind(element, names);
}
