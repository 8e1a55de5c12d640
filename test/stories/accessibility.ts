import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import type { Fault } from './report.js';

/** Every rule that axe has: best practice, AAA, experimental and deprecated ones too. */
const OPTIONS: RunOptions = {
  runOnly: { type: 'rule', values: axe.getRules().map(({ ruleId }) => ruleId) },
  resultTypes: ['violations'],
};

/** Runs axe on the story that is open, shadow roots included. */
export async function checkAccessibility(page: Page): Promise<Fault[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (Reflect.get(window, 'axe') as typeof axe).run('#storybook-root', options),
    OPTIONS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => ({ rule: id, target: target.flat().join(' ') })),
  );
}
