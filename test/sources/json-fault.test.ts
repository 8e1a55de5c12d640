import { expect } from 'chai';
import fc from 'fast-check';
import { faultIn } from '../../src/sources/json-fault.js';
import { mutatedText } from '../support/mutate.js';

const DOCUMENT = JSON.stringify(
  { total: -12.5e3, rows: [{ año: 2024, 'a"b': ['\n', null] }, {}, []], ok: [true, false, 'ñ\\u0041'] },
  null,
  2,
);

const lineOf = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** What the engine says of a text: undefined where it is JSON, else its words. */
function engineSays(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('where a text is no JSON', () => {
  it('is the first sign that may not stand there, or the end', () => {
    const faults: readonly (readonly [string, number])[] = [
      ['', 0],
      [' \n', 0],
      ['[1,]', 3],
      ['[1 2]', 3],
      ['{"a":1,}', 7],
      ['{"a" 1}', 5],
      ['{"a":1]', 6],
      ['{a:1}', 1],
      ["['a']", 1],
      ['[NaN]', 1],
      ['[01]', 2],
      ['[1\n', 2],
      ['"a\nb"', 0],
      ['1 1', 2],
      ['[]]', 2],
      ['\ufeff[]', 0],
    ];
    for (const [text, at] of faults) expect(faultIn(text), JSON.stringify(text)).to.equal(at);
  });

  it('is nowhere where it is JSON', () => {
    for (const text of [DOCUMENT, ' 1 ', '"a\\n"', '[]', '{}', '-0.5E+2', '\r\n\tnull\n'])
      expect(faultIn(text), text).to.equal(undefined);
  });

  it('is found in every text that the engine refuses, on the line that it names, and in no other', () => {
    let named = 0;
    fc.assert(
      fc.property(mutatedText([DOCUMENT]), (text) => {
        const told = engineSays(text);
        const fault = faultIn(text);
        expect(fault === undefined).to.equal(told === undefined);
        const position = /position (\d+)/.exec(told ?? '')?.[1];
        if (fault === undefined || position === undefined) return;
        named++;
        // A text cut short ends with its last sign, not with the empty lines after it.
        const at = Number(position) < text.length ? Number(position) : text.trimEnd().length;
        expect(lineOf(text, fault)).to.equal(lineOf(text, at));
      }),
      { numRuns: 5000 },
    );
    expect(named).to.be.greaterThan(500);
  });
});
