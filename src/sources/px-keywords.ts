import { DataError } from '../errors.js';
import { cleanNote } from './json-stat-notes.js';

/** One line of a PX file's head: `VALUES[en]("region")="Lima","Cusco";`. */
export interface Keyword {
  readonly name: string;
  /** `''` for the file's own language. */
  readonly language: string;
  readonly subjects: readonly string[];
  readonly values: readonly string[];
}

/** Up to a sign of structure outside quotes; a quote that does not close ends it too. */
const UP_TO = { '=': /[^"=;]*(?:"[^"]*"[^"=;]*)*/y, ';': /[^";]*(?:"[^"]*"[^";]*)*/y } as const;
const HEAD = /^([A-Z][A-Z\d_-]*)(?:\[([\w-]+)\])?(?:\((.*)\))?$/is;
/** A text in quotes, or a word such as `YES` and `TLIST(A1`. */
const PIECE = /"([^"]*)"|,|([^\s",]+)/g;

/** The values of a list; texts that only a line end parts are one. */
function listIn(text: string): string[] {
  const values: string[] = [];
  let isOpen = false;
  for (const [piece, quoted, word] of text.matchAll(PIECE)) {
    if (piece === ',') isOpen = false;
    else {
      const said = quoted ?? word ?? '';
      if (isOpen) values.push((values.pop() ?? '') + said);
      else values.push(said);
      isOpen = true;
    }
  }
  return values;
}

/** What a PX file says of itself, in its language and in others. */
export class Keywords {
  readonly #all = new Map<string, Keyword[]>();
  /** The language in which readers are told of it; `''` is the file's own. */
  readonly language: string;
  /** Where the data begin. */
  readonly dataFrom: number;

  constructor(text: string, host: string) {
    this.dataFrom = this.#read(text, host);
    const languages = new Set((this.#all.get('LANGUAGES') ?? []).flatMap(({ values }) => values));
    const own = this.first('LANGUAGE');
    const wanted = ['es', 'en'].find((each) => each === own || languages.has(each)) ?? own;
    this.language = wanted === own ? '' : wanted;
  }

  #read(text: string, host: string): number {
    let at = 0;
    const upTo = (sign: '=' | ';'): string => {
      const pattern = UP_TO[sign];
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0] ?? '';
      at += found.length;
      if (text[at] === sign) {
        at++;
        return found;
      }
      throw new DataError('malformed', { host, line: text.slice(0, at).split('\n').length });
    };
    for (;;) {
      const [, name = '', language = '', subjects = ''] = HEAD.exec(upTo('=').trim()) ?? [];
      if (name.toUpperCase() === 'DATA') return at;
      const keyword = {
        name: name.toUpperCase(),
        language,
        subjects: listIn(subjects),
        values: listIn(upTo(';')),
      };
      const known = this.#all.get(keyword.name);
      if (known) known.push(keyword);
      else this.#all.set(keyword.name, [keyword]);
    }
  }

  /** All lines of a keyword in one language; in the file's own where that language has none. */
  all(name: string, language = this.language): readonly Keyword[] {
    const lines = this.#all.get(name) ?? [];
    const inLanguage = lines.filter((each) => each.language === language);
    return inLanguage.length > 0 ? inLanguage : lines.filter((each) => each.language === '');
  }

  /** The values of a keyword for a subject, in the file's own language. */
  list(name: string, subject = '', language = ''): readonly string[] {
    const lines = (this.#all.get(name) ?? []).filter((each) => each.language === language);
    return lines.find(({ subjects }) => (subjects[0] ?? '') === subject)?.values ?? [];
  }

  /** The first text of a keyword, whatever its subject, as readers are told it. */
  told(name: string): string {
    return cleanNote(this.all(name)[0]?.values[0] ?? '');
  }

  first(name: string): string {
    return this.#all.get(name)?.[0]?.values[0] ?? '';
  }
}
