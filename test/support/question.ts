import type { Question } from '../../src/engine/engine.js';

const NOTHING: Omit<Question, 'src'> = {
  source: {},
  value: '',
  time: '',
  by: '',
  where: '',
  per: '',
  interval: '',
  suppressUnder: '',
  sort: '',
  limit: '',
  status: '',
  labels: '',
  breaks: '',
  revisions: '',
  provisionalFrom: '',
  completeThrough: '',
  range: '',
  series: false,
  maxBytes: '',
  timeout: '',
  firstByteTimeout: '',
  stallTimeout: '',
};

/** A question with only what a test is about. */
export function question(src: string, asked: Partial<Question> = {}): Question {
  return { ...NOTHING, src, ...asked };
}

/** A signal that nobody aborts. */
export const never = new AbortController().signal;
