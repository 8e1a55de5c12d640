/** What a citation needs. Dates as written for readers, except `isoRetrieved`. */
export interface Cited {
  readonly author: string;
  readonly title: string;
  readonly year: string;
  readonly url: string;
  readonly retrieved: string;
  readonly isoRetrieved: string;
}

/** What is written last may end in a full stop of its own: `3:30 p. m.`, `s. f.` */
const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** Author–date in the manner of APA, 7th edition: the retrieval date stays in, since the data may change. */
export function citeApa({ author, title, year, url, retrieved }: Cited): string {
  return `${author} (${year}). ${title} [Conjunto de datos]. ${sentence(retrieved)} ${url}`;
}

export function citePlain({ author, title, year, url, retrieved }: Cited): string {
  return `${author}, «${title}», ${sentence(year)} ${url} (${retrieved}).`;
}

/** Braces, backslashes and per cent signs mean something to BibTeX. */
function escapeBibtex(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/([%&#_$])/g, '\\$1');
}

export function citeBibtex({ author, title, year, url, isoRetrieved }: Cited): string {
  const key = `${author} ${year}`
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return [
    `@misc{${key},`,
    `  author = {{${escapeBibtex(author)}}},`,
    `  title = {${escapeBibtex(title)}},`,
    `  year = {${escapeBibtex(year)}},`,
    `  url = {${url}},`,
    `  urldate = {${isoRetrieved}}`,
    '}',
  ].join('\n');
}
