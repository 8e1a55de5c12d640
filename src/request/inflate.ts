import { DataError } from '../errors.js';

/**
 * Unpacks bytes piece by piece, so that what grows beyond `limit` is stopped on the way. Fails with `too-big`, or
 * with `malformed` where the bytes end too early or are no such thing.
 */
export async function inflate(
  bytes: Uint8Array,
  format: CompressionFormat,
  limit: number,
  host: string,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    const unpacked = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream(format));
    const reader = unpacked.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      length += piece.value.length;
      if (length <= limit) continue;
      reader.cancel().catch(() => undefined);
      throw new DataError('too-big', { host, what: 'bytes', limit });
    }
  } catch (reason) {
    throw reason instanceof DataError ? reason : new DataError('malformed', { host }, reason);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
