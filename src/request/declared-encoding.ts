import { DataError } from '../errors.js';
import { decodeAs, type Decoded } from './decode.js';

/** Names that programs write and the Encoding Standard does not have. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'latin-1': 'latin1',
  'utf-8-sig': 'utf-8',
  ansi: 'windows-1252',
  'mac-roman': 'macintosh',
};

/** The encoding of that name, as the Encoding Standard calls it; `undefined` where there is none. */
function encodingNamed(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  const dashed = plain.replaceAll('_', '-');
  for (const label of [plain, dashed, OTHER_NAMES[dashed] ?? dashed]) {
    try {
      return new TextDecoder(label).encoding;
    } catch {
      // Another name may be known.
    }
  }
  return undefined;
}

/**
 * Bytes as text by the encoding that is declared, which goes before what the bytes or the server say. Bytes that it
 * does not have become U+FFFD, and `unfit` tells. Fails with `bad-attribute` where no encoding has that name.
 */
export async function decodeDeclared(
  bytes: Uint8Array,
  name: string,
): Promise<Decoded & { readonly unfit: boolean }> {
  const named = encodingNamed(name);
  if (named === undefined) {
    const expected = ['utf-8', 'windows-1252', 'utf-16le'];
    throw new DataError('bad-attribute', { attribute: 'encoding', value: name, expected });
  }
  // `utf-16` alone leaves the order of its bytes to their mark.
  const isBig = named === 'utf-16le' && bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isBig ? 'utf-16be' : named;
  let unfit = false;
  const whole = await decodeAs(bytes, encoding, true).catch(() => {
    unfit = true;
    return decodeAs(bytes, encoding, false);
  });
  const hadNul = whole.includes('\0');
  return { text: hadNul ? whole.replaceAll('\0', '') : whole, assumedLatin: false, hadNul, unfit };
}
