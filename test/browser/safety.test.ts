import { expect } from 'chai';
import type { Answer } from '../../src/engine/engine.js';
import '../../src/widgets/bars/bars.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/map/map.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { answerOf } from '../support/answer.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';
import { attributesFor, needsPlaces, WIDGET_TAGS } from '../support/widget-needs.js';
import { allInside, frames, inside, mount, next, unmount, until, type Widget } from './mount.js';

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
  'a abbr b button canvas caption circle dd defs details div dl dt g i input label li line ol option output p path pattern pre rect section select slot small span summary svg table tbody td text th thead title tr ul'.split(
    ' ',
  );

const NUMBERS = /^(--_\w+: ?[\d.]+%?(; ?|$))+$/;

/** The hostile text wherever data can say something. */
function hostileAnswer(tag: string, bad: string): Answer {
  // A map is joined with its data by at least one place that both have.
  const places = needsPlaces(tag) ? ['LIMA', bad] : [bad, bad];
  const table = tableOf(
    periods('anio', ['2023', '2024'], { role: 'time', label: bad }),
    texts(`lugar ${bad}`, places, { role: 'dimension', label: bad }),
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
  widget.engine = { ask: () => Promise.resolve(hostileAnswer(tag, bad)) };
  const said = 'place unit heading source-name license updated definition method comparability contact';
  for (const name of said.split(' ')) widget.setAttribute(name, bad);
  for (const [name, value] of Object.entries({
    src: '/a.csv',
    'source-href': bad,
    theme: bad,
    'heading-level': bad,
    ...attributesFor(tag),
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

for (const tag of WIDGET_TAGS) {
  describe(`hostile data in ${tag}`, () => {
    afterEach(unmount);

    for (const bad of HOSTILE) {
      it(`[SEC-05] shows ${bad} as text, wherever it stands`, async () => {
        const widget = await show(tag, bad);
        const names = new Set(allInside(widget, '*').map(({ localName }) => localName));
        expect([...names].filter((name) => !OURS.includes(name))).to.deep.equal([]);
        expect(inside(widget, '.heading').textContent).to.include(bad);
        expect(inside(widget, '.source').textContent).to.include(bad);
        const handlers = allInside(widget, '*').flatMap((each) =>
          each.getAttributeNames().filter((name) => /^on|^srcdoc$/.test(name)),
        );
        expect(handlers).to.deep.equal([]);
        // Only where a readout stands, how large a canvas is and numbers of our own are styles, set by script.
        const styles = allInside(widget, '[style]:not(canvas, .readout)').map(
          (each) => each.getAttribute('style') ?? '',
        );
        expect(styles.filter((style) => !NUMBERS.test(style))).to.deep.equal([]);
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
