import { expect } from 'chai';
import { DataError, type ErrorCode } from '../../src/errors.js';

/** What a promise fails with; that it does not fail is itself a failure. */
export async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('nothing failed'),
    (reason: unknown) => reason,
  );
}

/** The failure of a promise, which must be a DataError of this code. */
export async function failureOf(promise: Promise<unknown>, code: ErrorCode): Promise<DataError> {
  const reason = await reasonOf(promise);
  if (!(reason instanceof DataError)) throw reason;
  expect(reason.code, JSON.stringify(reason.details)).to.equal(code);
  return reason;
}
