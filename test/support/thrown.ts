import type { DataError } from '../../src/errors.js';

/** By its name: a runner that loads a module twice, once to require and once to import, has two classes of it. */
export function isDataError(error: unknown): error is DataError {
  return error instanceof Error && error.name === 'DataError';
}

/** The DataError with which a call fails; a test fails where nothing does, or something else. */
export async function thrownBy(run: () => unknown): Promise<DataError> {
  try {
    await run();
  } catch (error) {
    if (isDataError(error)) return error;
    throw error;
  }
  throw new Error('nothing failed');
}
