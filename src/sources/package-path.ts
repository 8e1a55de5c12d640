import { DataError } from '../errors.js';

/** A path as it is before it is encoded; one that is no UTF-8 stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The address of a file that a description names. A path stays below the description: Data Package's specification
 * (Resource, `path`, security) refuses absolute paths and `..`, in whatever way they are written.
 */
export function addressIn(path: string, description: string): string {
  const plain = decoded(path.trim());
  if (/^https?:\/\//i.test(plain) && URL.canParse(path.trim())) return new URL(path.trim()).href;
  const steps = plain.split('/');
  const isOutside = plain === '' || /^([/~]|[a-z][a-z\d+.-]*:)/i.test(plain) || steps.includes('..');
  if (isOutside || plain.includes('\\')) {
    const host = new URL(description).host;
    const expected = ['datos/archivo.csv', 'https://…'];
    throw new DataError('bad-address', { host, attribute: 'path', value: path.slice(0, 200), expected });
  }
  // A name of a file may have what means something else in an address.
  return new URL(`./${path.trim().replace(/[?#]/g, encodeURIComponent)}`, description).href;
}
