import { Pauses } from './pause.js';

export interface Decoded {
  readonly text: string;
  /** Neither UTF-8 nor said to be anything else: read as western Latin. */
  readonly assumedLatin: boolean;
  readonly hadNul: boolean;
}

const SLICE = 1 << 20;

/** The encoding that a byte order mark tells. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** The encoding that the Content-Type names, where the platform knows it. */
function namedEncoding(contentType: string): string | undefined {
  const name = /charset="?([\w-]+)/i.exec(contentType)?.[1];
  try {
    return name === undefined ? undefined : new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/** Decodes slice by slice, so that a large file does not hold the page; throws where a byte does not fit. */
async function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): Promise<string> {
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
 * Bytes as text: a byte order mark decides, else UTF-8 if every byte fits, else what the header names, else
 * windows-1252, in which no byte is lost. NUL characters are taken out.
 */
export async function decode(bytes: Uint8Array, contentType: string): Promise<Decoded> {
  const marked = markedEncoding(bytes);
  const named = namedEncoding(contentType);
  let assumedLatin = false;
  let text: string;
  try {
    text = await decodeAs(bytes, marked ?? 'utf-8', marked === undefined);
  } catch {
    assumedLatin = named === undefined || named === 'utf-8';
    text = await decodeAs(bytes, assumedLatin ? 'windows-1252' : (named ?? 'windows-1252'), false);
  }
  const hadNul = text.includes('\0');
  return { text: hadNul ? text.replaceAll('\0', '') : text, assumedLatin, hadNul };
}
