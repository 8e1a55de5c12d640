import { readFileSync } from 'node:fs';
import { exit, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { launchBrowser } from '../support/browser.js';
import { writeCounts } from '../support/results.js';
import { checkAccessibility } from './accessibility.js';
import { readProperties, shownParts } from './in-page.js';
import { checkMarkup } from './markup.js';
import { Report } from './report.js';
import { missingStates, readIndex, type Story } from './story-index.js';
import { StoryPage, type Surroundings } from './story-page.js';
import { checkStyling, type StylingManifest } from './styling.js';

/**
 * [A11Y-01] Opens every story of the built Storybook and checks it with axe in each surroundings, and its markup
 * once. `npx tsx test/stories/stories.ts table--` checks only stories whose id holds that text.
 */
const SURROUNDINGS: readonly Surroundings[] = [
  { theme: 'light', width: '1200' },
  { theme: 'light', width: '320' },
  { theme: 'dark', width: '320' },
  { theme: 'dark', width: '1200' },
];

const built = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
const [only = ''] = process.argv.slice(2);
const report = new Report();
const WIDGETS = ['card', 'trend', 'bars', 'table', 'map', 'download', 'method', 'targets'];
/** Parts and custom properties that some story has shown. */
const styling = new Set<string>();

function readManifest(): StylingManifest {
  const file = new URL('../../custom-elements.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as StylingManifest;
}

async function checkStory(open: StoryPage, story: Story): Promise<void> {
  if (!(await open.show(story.id, 'story'))) {
    report.test('opening', open.takeFaults());
    report.end(story.id);
    return;
  }
  for (const surroundings of SURROUNDINGS) {
    await open.surround(story, surroundings);
    const violations = await checkAccessibility(open.page);
    const { theme, width } = surroundings;
    report.test(`${theme} ${width} px`, [...open.takeFaults(), ...violations]);
    for (const part of await open.page.evaluate(shownParts)) styling.add(part);
  }
  for (const property of await open.page.evaluate(readProperties)) styling.add(property);
  report.test('markup', await checkMarkup(open.page));
  report.end(story.id);
}

/** Pages of text have no rules but that they come, whole and from here. */
async function checkPage(open: StoryPage, title: string, show: () => Promise<unknown>): Promise<void> {
  await show();
  report.test('opening', open.takeFaults());
  report.end(title);
}

async function checkAll(open: StoryPage): Promise<string> {
  const index = readIndex(built);
  const stories = index.stories.filter(({ id }) => id.includes(only));
  const pages = index.pages.filter((id) => id.includes(only));
  for (const story of stories) await checkStory(open, story);
  for (const id of pages) await checkPage(open, id, () => open.show(id, 'docs'));
  if (only === '') {
    await checkPage(open, 'Storybook', () => open.showStorybook());
    report.test('states', missingStates(index.stories, WIDGETS));
    report.test('styling', checkStyling(readManifest(), styling));
    report.end('the stories together');
  }
  return `[A11Y-01] ${stories.length} stories in ${SURROUNDINGS.length} surroundings, ${pages.length} pages`;
}

const server = await preview({
  configFile: false,
  logLevel: 'silent',
  appType: 'mpa',
  build: { outDir: built },
  preview: { host: '127.0.0.1', port: 0 },
});
const browser = await launchBrowser();
const what = await checkAll(await StoryPage.open(browser, server.resolvedUrls?.local[0] ?? ''));
await browser.close();
await server.close();

const { counts } = report;
// Nothing checked is nothing proved.
if (counts.passed + counts.failed === 0) counts.failed = 1;
stdout.write(`${what}: ${counts.passed} passed, ${counts.failed} failed\n`);
writeCounts('stories', counts);
exit(counts.failed > 0 ? 1 : 0);
