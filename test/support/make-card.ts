import * as qualified from '../../src/widgets/card/card-qualified.js';
import { makeCard, type CardModel, type CardOptions } from '../../src/widgets/card/card-model.js';
import type { FrameOptions } from '../../src/widgets/figure/frame-model.js';
import type { Words } from '../../src/text/words.js';
import { allWords } from '../support/all-words.js';
import type { Table } from '../../src/table/table.js';
import { answerOf, saying } from './answer.js';

const USUAL: CardOptions = {
  period: '',
  compare: '',
  decimals: undefined,
  interval: '',
  units: '',
  qualified,
  compared: undefined,
};

/** The card of a table, with what the page says of it and asks for. */
export function cardOf(
  table: Table,
  said: Partial<FrameOptions> = {},
  options: Partial<CardOptions> = {},
  words: Words = allWords(),
): CardModel {
  return makeCard(answerOf(table), saying(said), { ...USUAL, ...options }, words);
}
