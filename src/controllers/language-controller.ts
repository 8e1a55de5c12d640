import type { ReactiveControllerHost } from 'lit';
import type { Messages } from '../text/messages.js';
import { makeWords, type Words } from '../text/words.js';

/** Holds the words of the widget's language; Spanish until, and unless, another one is loaded. */
export class LanguageController {
  words: Words = makeWords();
  /** All words of a language other than Spanish; the widgets bring their own in Spanish. */
  messages: Messages | undefined;
  /** Whether the language asked for is one that is not here. */
  isUnknown = false;
  readonly #host: ReactiveControllerHost;
  #tag = '';
  /** Whether `words` has those for what qualifies figures; on their way, or what kept them from coming. */
  #remarks: boolean | Promise<void> | Error = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Changes to the language of that tag. Without its file the widget still speaks Spanish. */
  use(tag: string): void {
    if (tag === this.#tag) return;
    this.#tag = tag;
    this.#set(undefined, makeWords());
    if (!/^(es(-|$)|$)/i.test(tag)) this.#load(tag).catch(() => undefined);
  }

  async #load(tag: string): Promise<void> {
    const { findLanguage } = await import('../text/languages.js');
    const language = findLanguage(tag);
    const messages = await language?.load?.();
    if (tag !== this.#tag) return;
    this.#set(messages, makeWords(messages?.figure, language?.locales));
    this.isUnknown = !language;
    this.#host.requestUpdate();
  }

  #set(messages: Messages | undefined, words: Words): void {
    [this.messages, this.words, this.isUnknown, this.#remarks] = [messages, words, false, false];
  }

  /** Whether the words for what qualifies figures are there; they are fetched now, where not. */
  hasRemarks(): boolean {
    if (this.#remarks instanceof Error) throw this.#remarks;
    if (!this.#remarks) this.#remarks = this.#loadRemarks();
    return this.#remarks === true;
  }

  async #loadRemarks(): Promise<void> {
    const { words } = this;
    const end = (remarks: true | Error): void => {
      // Words of another language may have come in between.
      if (words !== this.words) return;
      this.#remarks = remarks;
      this.#host.requestUpdate();
    };
    try {
      const { withRemarks } = await import('../text/remarks.js');
      const remarked = withRemarks(words, this.messages?.remarks);
      end(true);
      if (words === this.words) this.words = remarked;
    } catch (reason) {
      end(reason as Error);
    }
  }
}
