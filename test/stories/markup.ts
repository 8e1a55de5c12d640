import { HtmlValidate, StaticConfigLoader, type Message } from 'html-validate';
import type { Page } from 'puppeteer-core';
import { flattenWidgets } from './in-page.js';
import type { Fault } from './report.js';

/** A widget takes what a `div` takes, so that what is inside is checked as well. */
const widget = { flow: true, permittedContent: ['@flow'] };

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    elements: [
      'html5',
      {
        'obs-card': widget,
        'obs-trend': widget,
        'obs-bars': widget,
        'obs-table': widget,
        'obs-download': widget,
        'obs-method': widget,
        'obs-targets': widget,
        'obs-filter': widget,
        'obs-profile': widget,
      },
    ],
    rules: {
      // What a script sets through `element.style`, which every CSP allows, looks like an attribute once it is written out.
      'no-inline-style': 'off',
      // One element serves the levels 2 to 6: which one the page's outline needs, only the page knows.
      'prefer-native-element': ['error', { exclude: ['heading'] }],
    },
  }),
);

/** In a narrow place the table's parts are blocks, and browsers then take their meaning away: the roles keep it. */
function keepsTable({ ruleId, message }: Message): boolean {
  return ruleId === 'no-redundant-role' && /on <(table|thead|tbody|tr|th|td)>$/.test(message);
}

/** Validates each widget of the story that is open, as the browser has put it together. */
export async function checkMarkup(page: Page): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const html of await page.evaluate(flattenWidgets)) {
    const { results } = await validator.validateString(html);
    const messages = results.flatMap((result) => result.messages).filter((each) => !keepsTable(each));
    faults.push(...messages.map(({ ruleId, selector }) => ({ rule: ruleId, target: selector ?? html })));
  }
  return faults;
}
