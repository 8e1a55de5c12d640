import { Pauses } from '../pause.js';

export interface Decoded {
  readonly text: string;
  /** Neither UTF-8 nor said to be anything else: read as western Latin. */
  readonly assumedLatin: boolean;
  readonly hadNul: boolean;
}

const SLICE = 1 << 20;

/** Decodes slice by slice, so that a large file does not hold the page; throws where a byte does not fit. */
export async function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  const pauses = new Pauses();
  let text = '';
  for (let from = 0; from < bytes.length; from += SLICE) {
    text += decoder.decode(bytes.subarray(from, from + SLICE), { stream: true });
    await pauses.breathe();
  }
  return text + decoder.decode();
}

/**
 * Bytes as text: UTF-8 if every byte fits, which is most often so; else a byte order mark decides, else what the
 * header names, else windows-1252, in which no byte is lost. NUL characters are taken out.
 */
export async function decode(bytes: Uint8Array, contentType: string): Promise<Decoded> {
  let assumedLatin = false;
  let text: string;
  try {
    text = await decodeAs(bytes, 'utf-8', true);
  } catch {
    const { otherEncoding } = await import('./other-encoding.js');
    const encoding = otherEncoding(bytes, contentType);
    assumedLatin = encoding === undefined;
    text = await decodeAs(bytes, encoding ?? 'windows-1252', false);
  }
  const hadNul = text.includes('\0');
  return { text: hadNul ? text.replaceAll('\0', '') : text, assumedLatin, hadNul };
}
