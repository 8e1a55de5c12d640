import type { Browser, Page } from 'puppeteer-core';
import { listenToStory, settle, undefinedElements, widerThanPlace } from './in-page.js';
import type { Fault } from './report.js';
import type { Story } from './story-index.js';

/** How the page around a story is. */
export interface Surroundings {
  readonly theme: 'light' | 'dark';
  readonly width: '320' | '1200';
}

/** Milliseconds after which a story that has not ended never will. */
const MOST_WAITED = 20_000;

/** One page of the browser in which stories are opened one after the other, and what goes wrong in it. */
export class StoryPage {
  readonly page: Page;
  readonly #base: string;
  #faults: Fault[] = [];

  private constructor(page: Page, base: string) {
    this.page = page;
    this.#base = base;
    page.on('pageerror', (error) => this.#fault('page error', String(error)));
    page.on('console', (line) => {
      if (line.type() === 'error')
        this.#fault('console error', `${line.text()} ${line.location().url ?? ''}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(base) && !/^(data|blob|about):/.test(url)) this.#fault('request outside', url);
    });
  }

  #fault(rule: string, target: string): void {
    this.#faults.push({ rule, target: target.trim() });
  }

  static async open(browser: Browser, base: string): Promise<StoryPage> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    // The compiler of these tests names functions through a helper that the page does not have.
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
    await page.evaluateOnNewDocument(listenToStory);
    return new StoryPage(page, base);
  }

  /** What has gone wrong since this was last asked. */
  takeFaults(): Fault[] {
    const faults = this.#faults;
    this.#faults = [];
    return faults;
  }

  /**
   * Opens a story or a page of text, and waits until it has run to its end, its play function included. Tells
   * whether it has.
   */
  async show(id: string, viewMode: 'story' | 'docs'): Promise<boolean> {
    // The add-on would run axe once more, with rules of its own.
    const reply = await this.page.goto(
      `${this.#base}iframe.html?id=${id}&viewMode=${viewMode}&globals=a11y.manual:!true`,
    );
    if (!reply?.ok()) throw new Error('Storybook is not built whole: npm run build-storybook');
    const outcome = await this.page.evaluate(
      (most) =>
        Promise.race([
          window.storyOutcome,
          new Promise<Awaited<typeof window.storyOutcome>>((resolve) => {
            setTimeout(() => resolve({ status: 'without an end' }), most);
          }),
        ]),
      MOST_WAITED,
    );
    const { status, message = '' } = outcome;
    if (status !== 'success') this.#fault(`${viewMode} ${status}`, message);
    for (const name of await this.page.evaluate(undefinedElements)) this.#fault('not defined', name);
    return status === 'success';
  }

  /** Changes the page around the story as its toolbar does, and waits until the widgets have followed. */
  async surround({ state, hasNotice }: Story, { theme, width }: Surroundings): Promise<void> {
    await this.page.evaluate(
      (globals) => window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals }),
      { theme, width },
    );
    const missing = await this.page.evaluate(settle, { state, hasNotice, theme, width }, MOST_WAITED);
    if (missing !== '') this.#fault('waited in vain', missing);
    for (const name of await this.page.evaluate(widerThanPlace)) this.#fault('wider than its place', name);
  }

  /** Opens Storybook itself, with its menu, toolbar and add-ons around its first page. */
  async showStorybook(): Promise<void> {
    await this.page.goto(this.#base);
    const shown = await this.page.waitForSelector('#storybook-preview-iframe');
    const frame = await shown?.contentFrame();
    await frame?.waitForSelector('#storybook-docs h1');
  }
}
