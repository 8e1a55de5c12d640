import type { Question } from '../../src/engine/engine.js';
import type { Notice } from '../../src/table/notice.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { makeFrame } from '../../src/widgets/figure/frame-model.js';
import { allWords } from './all-words.js';
import { answerOf, ask, UNSAID } from './answer.js';

/** Rows below their names, as the engine answers a question on them, with what owners and readers are told. */
export async function answerRows(
  [names, ...rows]: readonly (readonly string[])[],
  asked: Partial<Question>,
): Promise<{ rows: string[][]; notices: readonly Notice[]; cautions: readonly string[] }> {
  const table = await ask(await fromRows(names ?? [], rows), asked);
  const frame = makeFrame(answerOf(table), UNSAID, allWords(), {});
  return { rows: toRows(table), notices: table.notices, cautions: frame.cautions };
}
