import type { ReactiveControllerHost } from 'lit';
import { findLanguage } from '../text/languages.js';
import type { Messages } from '../text/messages.js';
import { makeWords, type Words } from '../text/words.js';

/** Holds the words of the widget's language; Spanish until, and unless, another one is loaded. */
export class LanguageController {
  words: Words = makeWords();
  /** All words of a language other than Spanish; the widgets bring their own in Spanish. */
  messages: Messages | undefined;
  readonly #host: ReactiveControllerHost;
  #tag = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Changes to the language of that tag; Spanish where there is none. */
  use(tag: string): void {
    if (tag === this.#tag) return;
    this.#tag = tag;
    const language = findLanguage(tag);
    this.messages = undefined;
    this.words = makeWords(undefined, language?.locales);
    if (language?.load) void this.#load(tag, language.load);
  }

  async #load(tag: string, load: () => Promise<Messages>): Promise<void> {
    // Without its file the widget still speaks Spanish.
    const messages = await load().catch(() => undefined);
    if (tag !== this.#tag || !messages) return;
    this.messages = messages;
    this.words = makeWords(messages.figure);
    this.#host.requestUpdate();
  }
}
