import type { Page } from 'puppeteer-core';

/** How a fallback link meets its reader. */
export interface FallbackSeen {
  readonly text: string;
  readonly href: string;
  /** In the page, opaque, not clipped away, and what a click at its middle hits. */
  readonly isVisible: boolean;
  /** Of its colour against what lies behind it. */
  readonly contrast: number;
}

/** Every link marked as a fallback. Looks through shadow roots, as the reader does. */
export async function fallbacksSeen(page: Page): Promise<FallbackSeen[]> {
  const found = await page.$$eval('a.respaldo', (links) =>
    links.map((link) => {
      link.scrollIntoView({ block: 'center' });
      const box = link.getBoundingClientRect();
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      let behind: Element | null = link;
      let background = 'rgba(0, 0, 0, 0)';
      while (behind && background === 'rgba(0, 0, 0, 0)') {
        background = getComputedStyle(behind).backgroundColor;
        const parent: Node | null = behind.assignedSlot ?? behind.parentNode;
        behind = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
      }
      return {
        text: (link.textContent ?? '').replace(/\s+/g, ' ').trim(),
        href: link.href,
        isVisible: box.height > 10 && box.width > 50 && link.checkVisibility() && hit === link,
        colour: getComputedStyle(link).color,
        background,
      };
    }),
  );
  return found.map(({ colour, background, ...seen }) => ({
    ...seen,
    contrast: contrast(colour, background),
  }));
}

/** Relative luminance of `rgb(…)`; a page without any background of its own is white. */
function luminance(colour: string): number {
  const channels = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const [red = 1, green = 1, blue = 1] = (channels[3] === 0 ? [255, 255, 255] : channels).map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
