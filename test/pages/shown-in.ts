import { expect } from 'chai';
import { inFreshPage } from './browsers.js';
import { atRest, shownWidgets, type Shown } from './shown.js';
import { DOCUMENTED_HEAD, htmlPage, type Site } from './site.js';
import { watch } from './watch.js';

/** What the widgets of a page show that has nothing thrown. */
export async function shownIn(
  site: Site,
  count: number,
  body: string,
  head = DOCUMENTED_HEAD,
): Promise<Shown[]> {
  let shown: Shown[] = [];
  await inFreshPage(async (page) => {
    const { exceptions } = await watch(page);
    await page.goto(site.publish(htmlPage({ head, body })));
    await atRest(page, count);
    shown = await shownWidgets(page);
    expect(exceptions).to.deep.equal([]);
  });
  return shown;
}
