/** Ways to turn text into markup or code, by the name under which they are found. */
export const UNSAFE: Readonly<Record<string, RegExp>> = {
  'markup from text':
    /\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bcreateContextualFragment\b|\bsetHTMLUnsafe\b|\bsrcdoc\b/g,
  'document.write': /\bdocument\s*\.\s*write(ln)?\b/g,
  'code from text': /\beval\b|\bnew Function\b|\bFunction\s*\(|\bset(Timeout|Interval)\s*\(\s*["'`]/g,
  'an unsafe directive': /\bunsafe(HTML|SVG|Static|MathML)\b/g,
  'a script address': /\b(java|vb)script:/gi,
  'a handler as text': /setAttribute\(\s*["'`]on|<[^<>]*\son\w+\s*=\s*["'$]/gi,
  'style as text': /\sstyle\s*=\s*["'$]|setAttribute\(\s*["'`]style|\bstyleMap\b|\.style\.cssText\b/g,
  'a module by a computed name': /\bimport\((?!\s*["'])/g,
};

/**
 * How Lit makes an element of a template's own strings: the one place where text becomes markup. The compiler of the
 * built files gives its variables new names each time, so they are left out; everything else is compared.
 */
const LIT_TEMPLATE = 'static createElement(_,_){const _=_.createElement("template");return _.innerHTML=_,_}';

const withoutVariables = (code: string): string =>
  code.replace(/\b[A-Za-z$_][\w$]?\b/g, '_').replace('let _', 'const _');

function isLitsOwn(code: string, at: number): boolean {
  const start = code.lastIndexOf('static createElement(', at);
  const end = code.indexOf('}', at) + 1;
  return start >= 0 && withoutVariables(code.slice(start, end)) === LIT_TEMPLATE;
}

export interface Finding {
  readonly what: string;
  readonly where: string;
  readonly isLits: boolean;
}

/** Everything in the code that could turn text into markup or code. */
export function unsafeIn(path: string, code: string): Finding[] {
  return Object.entries(UNSAFE).flatMap(([what, pattern]) =>
    [...code.matchAll(pattern)].map(({ index }) => ({
      what,
      where: `${path}: ${code.slice(Math.max(0, index - 40), index + 60).replace(/\s+/g, ' ')}`,
      isLits: isLitsOwn(code, index),
    })),
  );
}
