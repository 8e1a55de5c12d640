import type { Arranged, Placed } from './arrange.js';
import type { Writing } from './cell-words.js';

/** More names than this are counted. */
const MOST_NAMED = 8;

function namesOf(placed: readonly Placed[], { words }: Writing): string {
  return placed.length > MOST_NAMED ? words.number(placed.length) : placed.map(({ name }) => name).join(', ');
}

/** What has no bar of its own in one chart. */
function notesOfPanel({ rest, inOthers }: Arranged, writing: Writing): string[] {
  const { words, messages, decimals } = writing;
  const valued = rest.filter(({ total }) => !Number.isNaN(total.value));
  const absent = [...rest, ...inOthers].filter(({ total }) => Number.isNaN(total.value));
  const values = valued.map(({ total }) => total.value);
  const number = (value: number): string => words.number(value, decimals);
  return [
    ...(valued.length > 0
      ? [messages.rest(valued.length, number(Math.min(...values)), number(Math.max(...values)))]
      : []),
    ...(inOthers.length > 0 && inOthers.length <= MOST_NAMED
      ? [messages.othersIn(inOthers.map(({ name }) => name).join(', '))]
      : []),
    ...(absent.length > 0 ? [messages.restAbsent(namesOf(absent, writing))] : []),
  ];
}

/** What the charts do not draw, in words: nothing is left out in silence. */
export function notesOf(
  panels: readonly { readonly name: string; readonly arranged: Arranged }[],
  drawn: number,
  writing: Writing,
): string[] {
  const told = panels.slice(0, drawn).flatMap(({ name, arranged }) => {
    const notes = notesOfPanel(arranged, writing);
    return name === '' ? notes : notes.map((note) => `${name}: ${note}`);
  });
  const { messages } = writing;
  return drawn < panels.length ? [...told, messages.panelsLeftOut(drawn, panels.length)] : told;
}
