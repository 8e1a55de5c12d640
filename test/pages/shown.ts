import type { Frame, Page } from 'puppeteer-core';

/** A widget as its reader finds it. Texts with their spaces folded, `''` where there is none. */
export interface Shown {
  readonly tag: string;
  readonly heading: string;
  readonly subtitle: string;
  /** The figure of a card. */
  readonly value: string;
  readonly change: string;
  /** The words under a chart. */
  readonly summary: string;
  readonly source: string;
  /** Why there is no figure. */
  readonly problem: string;
  /** The whole of it. */
  readonly text: string;
  readonly isBusy: boolean;
  /** Whether a chart has been drawn. */
  readonly isDrawn: boolean;
  /** The rows of its table, head included. */
  readonly rows: readonly (readonly string[])[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

const WIDGETS = 'obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download, obs-method, obs-targets';

/** What every widget of the page shows, in the order of the page. */
export async function shownWidgets(page: Page, selector = WIDGETS): Promise<Shown[]> {
  return page.$$eval(selector, (widgets) =>
    widgets.map((widget) => {
      const root = widget.shadowRoot;
      const [heading, subtitle, value, change, summary, source, problem, text] = [
        '.heading',
        '.subtitle',
        '.value',
        '.change',
        '.summary',
        '.source',
        '.problem [role=status]',
        '.root',
      ].map((part) => (root?.querySelector(part)?.textContent ?? '').replace(/\s+/g, ' ').trim());
      return {
        tag: widget.localName,
        heading: heading ?? '',
        subtitle: subtitle ?? '',
        value: value ?? '',
        change: change ?? '',
        summary: summary ?? '',
        source: source ?? '',
        problem: problem ?? '',
        text: text ?? '',
        isBusy: root?.querySelector('.root')?.getAttribute('aria-busy') !== 'false',
        isDrawn: (root?.querySelector('canvas')?.style.width ?? '') !== '',
        rows: [...(root?.querySelectorAll('tr') ?? [])].map((row) =>
          [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
        ),
        links: [...(root?.querySelectorAll('a') ?? [])].map((link) => ({
          text: (link.textContent ?? '').replace(/\s+/g, ' ').trim(),
          href: link.href,
        })),
      };
    }),
  );
}

/**
 * Waits for something to become true in the page; fails after half a minute. Asks from without: puppeteer's own way
 * makes a function of a text in the page, which a strict policy refuses.
 */
export async function until<A extends unknown[]>(
  page: Page | Frame,
  check: (...args: A) => unknown,
  ...args: A
): Promise<void> {
  const deadline = Date.now() + 28_000;
  while (!(await page.evaluate(check as never, ...(args as unknown as never[])))) {
    if (Date.now() > deadline) throw new Error(`It did not become true: ${String(check)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Waits until each widget of the page is at rest, whatever it shows; with what its owner is told where it failed. */
export const atRest = (page: Page, count: number): Promise<void> =>
  until(
    page,
    (wanted, every) => {
      const widgets = [...document.querySelectorAll(every)];
      return (
        widgets.length >= wanted &&
        widgets.every(({ shadowRoot: root }) => {
          const isAnswered = root?.querySelector('.root')?.getAttribute('aria-busy') === 'false';
          // Why a source failed is loaded when it is needed; one that has nothing did not fail.
          const problem = root?.querySelector('.problem')?.textContent ?? '';
          const isEmpty = problem.includes('no tiene datos para lo que se pidió');
          return isAnswered && (problem === '' || isEmpty || root?.querySelector('.owner'));
        })
      );
    },
    count,
    WIDGETS,
  );

/** Waits until the charts near the reader's view are drawn and the files to download are written. */
export const drawn = (page: Page): Promise<void> =>
  until(
    page,
    () =>
      [...document.querySelectorAll('obs-trend')].every(
        ({ shadowRoot }) => (shadowRoot?.querySelector('canvas')?.style.width ?? '') !== '',
      ) &&
      [...document.querySelectorAll('obs-download')].every(({ shadowRoot }) =>
        shadowRoot?.querySelector('.file'),
      ),
  );
