import { expect } from 'chai';
import type { Answer } from '../../src/engine/engine.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { answerOf } from '../support/answer.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';
import { allInside, frames, inside, mount, next, unmount, until, type Widget } from './mount.js';

const TAGS = ['obs-card', 'obs-trend', 'obs-table', 'obs-download'];

/** What runs if it is ever taken for markup, an address or a style. */
const HOSTILE = [
  '<img src=x onerror="window.hit=1">',
  '"><svg onload=window.hit=1>',
  "'><script>window.hit=1</script>",
  '<style>*{display:none}</style>',
  '${window.hit=1}',
  'javascript:window.hit=1',
];
const LINKS = [
  'javascript:window.hit=1',
  ' \u0001JaVa\tscript:window.hit=1',
  'vbscript:window.hit=1',
  'data:text/html,<script>window.hit=1</script>',
  'blob:https://datos.example/1',
  'file:///etc/passwd',
  'https://quien:clave@datos.example/',
];

/** Elements that our own templates make. */
const OURS =
  'a abbr b button caption dd details div dl dt i input label li p path pre slot small span section summary svg table tbody td th thead title tr ul canvas g circle'.split(
    ' ',
  );

/** The hostile text wherever data can say something. */
function hostileAnswer(bad: string): Answer {
  const table = tableOf(
    periods('anio', ['2023', '2024'], { role: 'time', label: bad }),
    texts(`lugar ${bad}`, [bad, bad], { role: 'dimension', label: bad }),
    numbers(`casos ${bad}`, [1, [2, 'provisional']], { role: 'measure', label: bad, unit: bad }),
  );
  const metadata = {
    title: bad,
    publisher: bad,
    license: bad,
    updated: bad,
    description: bad,
    href: bad,
  };
  return answerOf(table, { metadata, lastModified: bad, host: bad });
}

/** A widget with all that the page and the source can say. */
async function show(tag: string, bad: string): Promise<Widget> {
  const widget = document.createElement(tag) as Widget;
  widget.engine = { ask: () => Promise.resolve(hostileAnswer(bad)) };
  const said = 'place unit heading source-name license updated definition method comparability contact';
  for (const name of said.split(' ')) widget.setAttribute(name, bad);
  for (const [name, value] of Object.entries({
    src: '/a.csv',
    'source-href': bad,
    theme: bad,
    'heading-level': bad,
  }))
    widget.setAttribute(name, value);
  const loaded = next(widget, 'obs-load');
  mount('<div></div>').append(widget);
  await loaded;
  await widget.updateComplete;
  if (tag === 'obs-download') await until(() => allInside(widget, 'a.file').length > 0);
  allInside(widget, 'button').at(-1)?.click();
  await until(() => allInside(widget, '.about').length === 1);
  await frames();
  return widget;
}

const wasHit = (): unknown => (window as { hit?: unknown }).hit;

for (const tag of TAGS) {
  describe(`hostile data in ${tag}`, () => {
    afterEach(unmount);

    for (const bad of HOSTILE) {
      it(`[SEC-05] shows ${bad} as text, wherever it stands`, async () => {
        const widget = await show(tag, bad);
        const names = new Set(allInside(widget, '*').map(({ localName }) => localName));
        expect([...names].filter((name) => !OURS.includes(name))).to.deep.equal([]);
        expect(inside(widget, '.heading').textContent).to.include(bad);
        expect(inside(widget, '.source').textContent).to.include(bad);
        // Only where a readout stands and how large a canvas is are styles, set by script.
        const handlers = allInside(widget, ':not(canvas, .readout)').flatMap((each) =>
          each.getAttributeNames().filter((name) => /^on|^style$|^srcdoc$/.test(name)),
        );
        expect(handlers).to.deep.equal([]);
        expect(wasHit()).to.equal(undefined);
      });
    }

    for (const address of LINKS) {
      it(`[SEC-06] makes no link of ${JSON.stringify(address)}`, async () => {
        const widget = await show(tag, address);
        const links = (allInside(widget, 'a') as HTMLAnchorElement[]).filter(
          ({ download }) => download === '',
        );
        expect(links.map(({ href }) => href)).to.deep.equal([]);
        expect(inside(widget, '.source').textContent).to.include(address.trim().slice(-10));
      });
    }

    it('[SEC-06] opens an honest address apart, and tells it nothing of this page', async () => {
      const widget = await show(tag, 'https://www.gob.pe/inei');
      const links = (allInside(widget, 'a') as HTMLAnchorElement[]).filter(({ download }) => download === '');
      expect(links).not.to.have.length(0);
      for (const { href, target, rel } of links)
        expect([href, target, rel]).to.deep.equal([
          'https://www.gob.pe/inei',
          '_blank',
          'noopener noreferrer',
        ]);
    });
  });
}
