import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/bars/bars.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/map/map.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { departmentRates, needsOf, needsPlaces, WIDGET_TAGS } from '../support/widget-needs.js';
import { drawn } from './drawn.js';
import { allInside, frames, inside, mount, next, ready, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const RATE = `value="tasa, victimas" time="anio" status="estado" place="Perú"
  unit="por 100 mil habitantes" heading="Tasa de homicidios intencionales y otrasmuertesviolentasporarmadefuego"
  source-name="Instituto Nacional de Estadística e Informática" source-href="https://www.gob.pe/inei" license="ODC-By"`;
/** One measure is what these can show. */
const OF_ONE_MEASURE = ['obs-card', 'obs-bars', 'obs-map'];
const REFUSED = 'src="/examples/data/homicidios.csv" value="nada" heading="Tasa"';

async function show(tag: string): Promise<Widget> {
  const said = OF_ONE_MEASURE.includes(tag) ? RATE.replace(', victimas', '') : RATE;
  const src = needsPlaces(tag) ? reply(freshPath(), departmentRates()) : '/examples/data/homicidios.csv';
  const markup = `<${tag} src="${src}" ${said} ${needsOf(tag)}></${tag}>`;
  const widget = await (tag === 'obs-trend' ? drawn(markup) : ready(markup));
  if (tag === 'obs-download') await until(() => allInside(widget, 'a.file').length > 0);
  return widget;
}

/** A style that reaches inside, as a reader's own tools may. */
function wear(widget: Widget, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const root = widget.shadowRoot as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** What a reader sees: not what is hidden from the eye, not what scrolls. */
const seen = (widget: Widget): HTMLElement[] =>
  allInside(widget, '.root *').filter(
    (each) => !each.closest('.hidden, .scroll, caption, canvas') && each.offsetWidth > 1,
  );

const hasText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());

/** What stands out of the widget or is cut off. */
function lost(widget: Widget): string[] {
  const { left, right, bottom } = widget.getBoundingClientRect();
  return seen(widget)
    .filter((each) => {
      const box = each.getBoundingClientRect();
      const isOut = box.left < left - 1 || box.right > right + 1 || box.bottom > bottom + 1;
      const isCut = getComputedStyle(each).overflow !== 'visible' && each.scrollWidth > each.clientWidth + 1;
      return isOut || isCut;
    })
    .map((each) => each.outerHTML.slice(0, 90));
}

for (const tag of WIDGET_TAGS) {
  describe(`the layout of ${tag}`, () => {
    beforeEach(() => setViewport({ width: 1000, height: 900 }));
    afterEach(() => {
      unmount();
      forgetReplies();
    });

    it('[A11Y-04] fits a page of 320 pixels, which a page at 400 % is', async () => {
      await setViewport({ width: 320, height: 900 });
      const widget = await show(tag);
      await frames();
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(lost(widget)).to.deep.equal([]);
    });

    it('[A11Y-04] loses nothing when text is twice as large', async () => {
      const widget = await show(tag);
      wear(widget, ':host { font-size: 32px !important } .root { font-size: 32px }');
      await frames(4);
      expect(parseFloat(getComputedStyle(inside(widget, '.heading')).fontSize)).to.equal(32);
      expect(lost(widget)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(1000);
    });

    it('[A11Y-04] loses nothing when text is spaced out', async () => {
      await setViewport({ width: 360, height: 900 });
      const widget = await show(tag);
      wear(
        widget,
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      );
      await frames(4);
      expect(lost(widget)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(360);
    });

    it('[A11Y-04] writes nothing smaller than 12 pixels', async () => {
      const widget = await show(tag);
      const small = seen(widget)
        .concat(allInside(widget, '.scroll *'))
        .filter((each) => hasText(each) && parseFloat(getComputedStyle(each).fontSize) < 12);
      expect(small.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    });

    it('[A11Y-09] gives every button, field and file at least 24 by 24 pixels, also when there is a problem', async () => {
      const refused = mount<Widget>(`<${tag} ${REFUSED} ${needsOf(tag)}></${tag}>`);
      await next(refused, 'obs-error');
      await until(() => allInside(refused, 'summary').length === 1);
      const targets = [await show(tag), refused].flatMap((each) =>
        allInside(each, 'button, input, select, summary, a.file'),
      );
      const small = targets.filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width < 24 || height < 24;
      });
      expect(targets).not.to.have.length(0);
      expect(small.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    });

    it('[EMB-15] fits into every width from 160 to 1200 pixels', async () => {
      await setViewport({ width: 1300, height: 900 });
      const widget = await show(tag);
      const place = widget.parentElement as HTMLElement;
      for (const width of [160, 240, 320, 480, 768, 1200]) {
        place.style.width = `${width}px`;
        await frames(4);
        expect(widget.getBoundingClientRect().width).to.equal(width);
        expect(lost(widget), `${width}`).to.deep.equal([]);
      }
    });
  });
}
