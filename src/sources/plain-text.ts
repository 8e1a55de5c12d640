const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', iexcl: '¡', iquest: '¿', deg: '°', ordm: 'º', ordf: 'ª',
  ndash: '–', mdash: '—', hellip: '…', laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•',
}; // prettier-ignore
/** `&aacute;`: a letter and its mark. */
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  uml: '\u0308',
  tilde: '\u0303',
};

function decoded(entity: string, name: string): string {
  const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (number) {
    const code = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  }
  const [, letter = '', mark = ''] = /^([a-z])(acute|grave|uml|tilde)$/i.exec(name) ?? [];
  if (letter !== '') return (letter + (MARKS[mark] ?? '')).normalize('NFC');
  return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? entity) : entity;
}

/** What a text in markup says, as text: shown as it is, never as markup. */
export function plainText(markup: string): string {
  return markup
    .replace(/<\/?(p|br|div|li|ul|ol|h[1-6]|tr|td)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#?\w{1,8});/g, decoded)
    .replace(/\s+/g, ' ')
    .trim();
}
