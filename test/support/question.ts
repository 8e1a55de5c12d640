import type { Question } from '../../src/engine/engine.js';
import { DEFAULT_LIMITS } from '../../src/request/limits.js';

const NOTHING: Omit<Question, 'src'> = {
  source: {},
  value: '',
  time: '',
  by: '',
  where: '',
  per: '',
  sort: '',
  limit: '',
  status: '',
  series: false,
  limits: DEFAULT_LIMITS,
};

/** A question with only what a test is about. */
export function question(src: string, asked: Partial<Question> = {}): Question {
  return { ...NOTHING, src, ...asked };
}

/** A signal that nobody aborts. */
export const never = new AbortController().signal;
