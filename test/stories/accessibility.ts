import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import type { Fault } from './report.js';
import { runAxe } from './run-axe.js';

/** Every rule that axe has: best practice, AAA, experimental and deprecated ones too. */
const RULES = axe.getRules().map(({ ruleId }) => ruleId);

/** Runs axe on the story that is open and the page around it. */
export async function checkAccessibility(page: Page): Promise<Fault[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(runAxe, RULES);
}
