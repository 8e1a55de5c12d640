/** What a citation needs. Dates as written for readers, except `isoRetrieved`. */
export interface Cited {
  readonly author: string;
  readonly title: string;
  readonly year: string;
  readonly url: string;
  readonly retrieved: string;
  readonly isoRetrieved: string;
  /** What kind of thing it is, in the reader's language. */
  readonly dataset?: string;
  readonly version?: string;
  /** SHA-256 of the bytes that are cited, hexadecimal. */
  readonly hash?: string;
}

/** What is written last may end in a full stop of its own: `3:30 p. m.`, `s. f.` */
const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** Author–date in the manner of APA, 7th edition: the retrieval date stays in, since the data may change. */
export function citeApa({ author, title, year, url, retrieved, ...more }: Cited): string {
  const { dataset = 'Conjunto de datos', version } = more;
  const edition = version === undefined ? '' : ` (v. ${version})`;
  return `${author} (${year}). ${title}${edition} [${dataset}]. ${sentence(retrieved)} ${url}`;
}

export function citePlain({ author, title, year, url, retrieved, hash }: Cited): string {
  const seal = hash === undefined ? '' : ` SHA-256: ${hash}.`;
  return `${author}, «${title}», ${sentence(year)} ${url} (${retrieved}).${seal}`;
}

/** Braces, backslashes and per cent signs mean something to BibTeX. */
function escapeBibtex(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/([%&#_$])/g, '\\$1');
}

export function citeBibtex({ author, title, year, url, isoRetrieved, version, hash }: Cited): string {
  const key = `${author} ${year}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const fields = [
    `author = {{${escapeBibtex(author)}}}`,
    `title = {${escapeBibtex(title)}}`,
    `year = {${escapeBibtex(year)}}`,
    ...(version === undefined ? [] : [`version = {${escapeBibtex(version)}}`]),
    `url = {${url}}`,
    `urldate = {${isoRetrieved}}`,
    ...(hash === undefined ? [] : [`note = {SHA-256: ${hash}}`]),
  ];
  return `@misc{${key},\n${fields.map((field) => `  ${field}`).join(',\n')}\n}`;
}
