/** The encoding of a reply that is not UTF-8, by its byte order mark or its header; `undefined` where none tells. */
export function otherEncoding(bytes: Uint8Array, contentType: string): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const name = /charset="?([\w-]+)/i.exec(contentType)?.[1];
  try {
    const encoding = name === undefined ? undefined : new TextDecoder(name).encoding;
    return encoding === 'utf-8' ? undefined : encoding;
  } catch {
    return undefined;
  }
}
