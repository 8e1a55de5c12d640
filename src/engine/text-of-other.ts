import { decodeDeclared } from '../request/declared-encoding.js';
import { decode, type Decoded } from '../request/decode.js';
import type { Reply } from '../request/fetch-bytes.js';
import { inflate } from '../request/inflate.js';
import { isGzip, isZip, refuseBinary } from '../sources/binary.js';
import type { Reading } from './reading.js';

/** What a reply holds: text, or a file that is none. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  /** `undefined` for a workbook. */
  readonly decoded?: Decoded;
}

/**
 * Unpacks a reply that was sent packed, no further than a reply may be long [SEC-13], and reads its letters as they
 * are declared, or as they prove. What is neither text nor a workbook is refused.
 */
export async function unpack(
  { url, bytes: sent, contentType }: Pick<Reply, 'url' | 'bytes' | 'contentType'>,
  encoding: string | undefined,
  { limits, notices }: Pick<Reading, 'limits' | 'notices'>,
): Promise<Unpacked> {
  const { host } = new URL(url);
  const bytes = isGzip(sent) ? await inflate(sent, 'gzip', limits.maxBytes, host) : sent;
  if (isZip(bytes)) return { bytes };
  refuseBinary(bytes, host);
  if (!encoding) return { bytes, decoded: await decode(bytes, contentType) };
  const { unfit, ...decoded } = await decodeDeclared(bytes, encoding);
  if (unfit) notices.push({ code: 'encoding-unfit', value: encoding });
  return { bytes, decoded };
}
