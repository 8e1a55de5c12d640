import { expect } from 'chai';
import type { Engine } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { DataError } from '../../src/errors.js';
import '../../src/widgets/bars/bars.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/map/map.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { attributesFor, csvFor, needsOf, WIDGET_TAGS } from '../support/widget-needs.js';
import { expectAccessible } from './axe.js';
import { allInside, inside, mount, next, ready, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const CSV = 'anio,denuncias\n2024,22361\n2025,26585\n';

const dataFor = (tag: string): string => reply(freshPath(), csvFor(tag, CSV));
const said = (tag: string, measure = 'denuncias'): string =>
  `src="${dataFor(tag)}" heading="Extorsión" source-name="PNP" ${needsOf(tag, measure)}`;

const never: Engine = { ask: () => new Promise(() => undefined) };
const failing = (error: DataError): Engine => ({ ask: () => Promise.reject(error) });

/** Mounts a widget with an engine of the test's own, before it asks anything. */
function mountWith(tag: string, engine: Engine, inner = ''): Widget {
  const widget = document.createElement(tag) as Widget;
  widget.engine = engine;
  const attributes = {
    src: 'https://datos.example/x.csv',
    heading: 'Extorsión',
    ...attributesFor(tag, 'denuncias'),
  };
  for (const [name, value] of Object.entries(attributes)) {
    widget.setAttribute(name, value);
  }
  widget.innerHTML = inner; // eslint-disable-line no-unsanitized/property -- markup of the test itself
  mount('<div></div>').append(widget);
  return widget;
}

for (const tag of WIDGET_TAGS) {
  describe(`the states of ${tag}`, () => {
    afterEach(() => {
      unmount();
      forgetReplies();
    });

    it('keeps what stands inside the tag until the figures are there, and is busy meanwhile', async () => {
      const widget = mountWith(tag, never, '<p id="inner">10.7 en 2025</p>');
      await widget.updateComplete;
      expect(inside(widget, '.root').getAttribute('aria-busy')).to.equal('true');
      expect(inside<HTMLSlotElement>(widget, 'slot').assignedElements()[0]?.id).to.equal('inner');
      await expectAccessible(widget);
    });

    it('[REL-02] says plainly that there are no figures, keeps what stands inside the tag, offers to try again', async () => {
      const error = new DataError('http', { host: 'datos.example', status: 503 });
      const widget = mountWith(tag, failing(error), '<a href="/datos.csv">Ver los datos</a>');
      const event = await next(widget, 'obs-error');
      expect([event.code, event.status, event.isStale]).to.deep.equal(['http', 503, false]);
      await until(() => text(inside(widget, '[role=status]')).includes('datos.example'));
      expect(text(inside(widget, '[role=status]'))).to.equal(
        'La fuente datos.example respondió con un error.',
      );
      expect(text(inside(widget, '.owner'))).to.include('HTTP 503');
      expect(inside<HTMLSlotElement>(widget, 'slot').assignedElements()).to.have.length(1);
      expect(inside(widget, '.root').getAttribute('aria-busy')).to.equal('false');
      await expectAccessible(widget);
      widget.engine = pageEngine;
      widget.setAttribute('src', dataFor(tag));
      await next(widget, 'obs-load');
    });

    it('tries again when the reader asks, and shows the figures when they come', async () => {
      let calls = 0;
      const src = dataFor(tag);
      const engine: Engine = {
        ask: (question, options) =>
          ++calls === 1
            ? Promise.reject(new DataError('network', { host: 'datos.example' }))
            : pageEngine.ask({ ...question, src }, options),
      };
      const widget = mountWith(tag, engine);
      await next(widget, 'obs-error');
      await widget.updateComplete;
      const loaded = next(widget, 'obs-load');
      inside(widget, '[part=retry]').click();
      await loaded;
      expect(calls).to.equal(2);
    });

    it('says that the source has no data, which is not an error', async () => {
      const widget = mount(`<${tag} ${said(tag)} where="anio = 1990"></${tag}>`);
      await until(() =>
        text(widget.shadowRoot?.querySelector('[role=status]')).includes(
          'no tiene datos para lo que se pidió',
        ),
      );
      await expectAccessible(widget);
    });

    it('tells the owner of an answer without rows which value the data do not have, and the nearest', async () => {
      const widget = mount(
        `<${tag} src="${reply(freshPath(), 'lugar,anio,casos\nLima,2024,5\nCusco,2024,7\n')}" value="casos" time="anio" where="lugar = 'Limma'" source-name="PNP" ${needsOf(tag)}></${tag}>`,
      );
      await until(() => widget.shadowRoot?.querySelector('.owner') !== null);
      expect(text(inside(widget, '.owner p')))
        .to.include('Limma')
        .and.to.include('¿Quiso decir «Lima»?');
      widget.setAttribute('where', 'anio = 1990');
      await until(() => text(widget.shadowRoot?.querySelector('.owner p')).includes('1990'));
      expect(text(inside(widget, '[role=status]'))).not.to.include('1990');
    });

    for (const code of ['bad-attribute', 'bad-expression', 'bad-address'] as const) {
      it(`offers no other try where the page itself has to be mended: ${code}`, async () => {
        const widget = mountWith(tag, failing(new DataError(code, { attribute: 'where', value: 'x' })));
        await until(() => widget.shadowRoot?.querySelector('.owner') !== null);
        expect(allInside(widget, '[part=retry]')).to.deep.equal([]);
      });
    }

    it('tells the owner that there is no address', async () => {
      const widget = mount(`<${tag} heading="Extorsión" ${needsOf(tag)}></${tag}>`);
      await until(() => widget.shadowRoot?.querySelector('.owner') !== null);
      expect(text(inside(widget, '.owner p'))).to.include('Falta el atributo src');
    });

    it('keeps the last good figures, with their date, when the source fails later', async () => {
      const widget = await ready(`<${tag} ${said(tag)}></${tag}>`);
      widget.engine = failing(new DataError('timeout', { host: 'datos.example', seconds: 8 }));
      const failed = next(widget, 'obs-error');
      await widget.refresh();
      expect((await failed).isStale).to.equal(true);
      await widget.updateComplete;
      expect(text(inside(widget, '.cautions'))).to.match(/^Datos guardados el .+; la fuente no responde\.$/);
      expect(text(inside(widget, '.source'))).to.include('PNP');
      await expectAccessible(widget);
    });

    it('tells the owner which attribute is wrong, what it said and what was expected', async () => {
      const widget = mount(`<${tag} ${said(tag, '')} value="denunsias"></${tag}>`);
      await next(widget, 'obs-error');
      await until(() => widget.shadowRoot?.querySelector('.owner') !== null);
      const detail = text(inside(widget, '.owner p'));
      expect(detail)
        .to.include('value="denunsias"')
        .and.to.include('«denuncias»')
        .and.to.include('anio, denuncias');
      expect(text(inside(widget, '[role=status]'))).not.to.include('denunsias');
    });

    it('tells the owner of an attribute that does not exist, with the nearest one', async () => {
      const lines: string[] = [];
      const { warn } = console;
      console.warn = (...parts: unknown[]) => lines.push(String(parts[0]));
      const widget = mount(`<${tag} ${said(tag)} headng="x"></${tag}>`);
      const { notices } = await next(widget, 'obs-notice');
      expect(notices).to.deep.include({ code: 'unknown-attribute', value: 'headng' });
      await until(() => lines.length > 0);
      console.warn = warn;
      expect(lines.join()).to.include('headng').and.to.include('«heading»');
    });

    it('stops asking when it leaves the page, and asks again when it comes back', async () => {
      const signals: AbortSignal[] = [];
      const engine: Engine = {
        ask: (_, { signal }) => {
          signals.push(signal);
          return new Promise(() => undefined);
        },
      };
      const widget = mountWith(tag, engine);
      await widget.updateComplete;
      const place = widget.parentElement;
      widget.remove();
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
      place?.append(widget);
      await widget.updateComplete;
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    });
  });
}
