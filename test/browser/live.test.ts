import { expect } from 'chai';
import type { Answer, Engine } from '../../src/engine/engine.js';
import { DataError } from '../../src/errors.js';
import '../../src/widgets/bars/bars.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/map/map.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { answerOf } from '../support/answer.js';
import { numbers, periods, tableOf } from '../support/make-table.js';
import { attributesFor, csvFor, needsOf, placesFor, WIDGET_TAGS } from '../support/widget-needs.js';
import { allInside, frames, inside, mount, next, ready, text, unmount, until, type Widget } from './mount.js';
import { asked, forgetReplies, freshPath, reply } from './replies.js';

const SAID = 'heading="Denuncias" source-name="PNP" license="ODC-By" updated="2026-01-25"';

const answer = (tag: string, value: number): Answer =>
  answerOf(
    tableOf(
      periods('anio', ['2023', '2024'], { role: 'time' }),
      numbers('casos', [1, value], { role: 'measure' }),
      ...placesFor(tag, ['LIMA', 'LIMA']),
    ),
  );

/** A widget that the test gives its answers, before it stands in the page. */
function make(tag: string, engine: Engine): Widget {
  const widget = document.createElement(tag) as Widget;
  Object.assign(widget, { engine, src: '/a.csv', sourceName: 'PNP' });
  for (const [name, value] of Object.entries(attributesFor(tag))) widget.setAttribute(name, value);
  return widget;
}

/** An engine whose answers the test gives, whenever it likes, by address. */
function slowEngine(tag: string): {
  readonly engine: Engine;
  readonly give: (src: string, value: number) => void;
} {
  const waiting = new Map<string, (answer: Answer) => void>();
  return {
    engine: { ask: ({ src }) => new Promise((resolve) => waiting.set(src, resolve)) },
    give: (src, value) => waiting.get(src)?.(answer(tag, value)),
  };
}

/** Every event of ours that reaches the page, in order. */
function hear(): { readonly heard: string[]; readonly end: () => void } {
  const heard: string[] = [];
  const names = ['obs-load', 'obs-error', 'obs-notice', 'obs-shown'];
  const listen = ({ type }: Event): void => void heard.push(type);
  for (const name of names) document.addEventListener(name, listen);
  return { heard, end: () => names.forEach((name) => document.removeEventListener(name, listen)) };
}

const button = (widget: Widget, label: string): HTMLElement | undefined =>
  allInside(widget, 'button').find((each) => text(each) === label);

for (const tag of WIDGET_TAGS) {
  describe(`${tag} while the page lives`, () => {
    afterEach(() => {
      unmount();
      forgetReplies();
    });

    it('[REL-04] never shows the answer to an older question, however late it comes', async () => {
      const { engine, give } = slowEngine(tag);
      const widget = make(tag, engine);
      mount('<div></div>').append(widget);
      await widget.updateComplete;
      widget.setAttribute('src', '/b.csv');
      await widget.updateComplete;
      const loaded = next(widget, 'obs-load');
      give('/b.csv', 2222);
      await loaded;
      give('/a.csv', 1111);
      await frames();
      expect(widget.shown?.table.columns[1])
        .to.have.property('values')
        .that.deep.equals(Float64Array.of(1, 2222));
    });

    it('tells the page once of each answer, also in a language that is loaded later', async () => {
      const { heard, end } = hear();
      const path = reply(freshPath(), csvFor(tag, 'anio,casos\n2023,1\n2024,2\n'));
      const widget = await ready(
        `<${tag} src="${path}" lang="en" ${SAID} ${needsOf(tag, 'casos')}></${tag}>`,
      );
      await until(() => inside(widget, '.root').lang === 'en');
      await frames();
      widget.lang = 'es';
      await frames();
      expect(heard).to.deep.equal(['obs-load', 'obs-shown']);
      widget.setAttribute('where', 'anio = 2024');
      await until(() => heard.length > 2);
      await frames();
      expect(heard).to.deep.equal(['obs-load', 'obs-shown', 'obs-load', 'obs-shown']);
      expect(asked).to.have.length(1);
      end();
    });

    it('tells the page of each failure, and of the figures that come after it', async () => {
      const { heard, end } = hear();
      let calls = 0;
      const error = new DataError('network', { host: 'datos.example' });
      const engine: Engine = {
        ask: () => (++calls < 3 ? Promise.reject(error) : Promise.resolve(answer(tag, 2))),
      };
      const widget = make(tag, engine);
      mount('<div></div>').append(widget);
      await until(() => heard.length === 1);
      await widget.refresh();
      await until(() => heard.length === 2);
      await widget.refresh();
      await until(() => heard.length === 4);
      expect(heard).to.deep.equal(['obs-error', 'obs-error', 'obs-load', 'obs-shown']);
      end();
    });

    it('[A11Y-02] changes its language at once, what stands one action away included', async () => {
      const path = reply(freshPath(), csvFor(tag, 'anio,casos\n2023,1\n2024,2\n'));
      const widget = await ready(
        `<${tag} src="${path}" definition="Casos." ${SAID} ${needsOf(tag, 'casos')}></${tag}>`,
      );
      button(widget, 'Sobre estos datos')?.click();
      await until(() => allInside(widget, '.about').length === 1);
      expect(text(inside(widget, '.about')))
        .to.include('Qué mide')
        .and.to.include('Cómo citar');
      widget.lang = 'en';
      await until(() => text(inside(widget, '.source')).startsWith('Source: PNP'));
      expect(text(inside(widget, '.about')))
        .to.include('What it measures')
        .and.to.include('How to cite');
      expect(inside(widget, '.root').lang).to.equal('en');
      expect(button(widget, 'About these data')?.getAttribute('aria-expanded')).to.equal('true');
      widget.setAttribute('definition', 'Otra.');
      await widget.updateComplete;
      expect(text(inside(widget, '.about'))).to.include('Otra.');
    });

    it('says in Spanish, and tells the owner, when it does not know the language', async () => {
      const path = reply(freshPath(), csvFor(tag, 'anio,casos\n2023,1\n2024,2\n'));
      const widget = mount<Widget>(
        `<${tag} src="${path}" lang="zz" ${SAID} ${needsOf(tag, 'casos')}></${tag}>`,
      );
      const { notices } = await next(widget, 'obs-notice');
      expect(notices).to.deep.include({ code: 'unknown-language', value: 'zz' });
      await until(() => allInside(widget, '.source').length === 1);
      expect(text(inside(widget, '.source'))).to.include('Fuente: PNP');
    });

    it('shows no explanation of an earlier problem', async () => {
      const path = reply(freshPath(), csvFor(tag, 'anio,casos\n2023,1\n2024,2\n'));
      const widget = mount<Widget>(`<${tag} ${needsOf(tag)} src="${path}" value="nada" ${SAID}></${tag}>`);
      await until(() => allInside(widget, '.owner').length === 1);
      widget.removeAttribute('value');
      widget.setAttribute('where', 'anio = 1900');
      await until(() => text(widget.shadowRoot?.querySelector('.problem')).includes('no tiene datos'));
      await until(() => !text(widget.shadowRoot?.querySelector('.problem')).includes('nada'));
    });

    it('[STAT-01] [STAT-02] tells source, licence and its three dates apart, without a click', async () => {
      const path = reply(freshPath(), csvFor(tag, 'anio,casos\n2023,1\n2024,2\n'));
      const widget = await ready(
        `<${tag} src="${path}" time="anio" ${SAID} ${needsOf(tag, 'casos')} source-href="https://www.gob.pe/pnp"></${tag}>`,
      );
      const facts = text(inside(widget, '.source p:last-child'));
      expect(facts).to.match(
        /^Datos hasta 2024 · Publicado: 25 ene\. 2026 · Consultado: .+ · Licencia: ODC-By$/,
      );
      const link = inside<HTMLAnchorElement>(widget, '.source a');
      expect([link.href, link.target, link.rel]).to.deep.equal([
        'https://www.gob.pe/pnp',
        '_blank',
        'noopener noreferrer',
      ]);
    });

    it('[STAT-01] says that no source is declared, to the reader and to the owner', async () => {
      const path = reply(freshPath(), csvFor(tag, 'anio,casos\n2023,1\n2024,2\n'));
      const widget = mount<Widget>(
        `<${tag} src="${path}" heading="Denuncias" ${needsOf(tag, 'casos')}></${tag}>`,
      );
      const { notices } = await next(widget, 'obs-notice');
      expect(notices).to.deep.include({ code: 'source-undeclared' });
      expect(text(inside(widget, '.source'))).to.include('Fuente no declarada');
    });

    it('[REL-11] warns that the source is not as it was, and tells the page and its owner how', async () => {
      const path = reply(freshPath(), csvFor(tag, 'anio,tasa_100k\n2022,7.1\n2023,7.4\n2024,76\n'));
      const widget = mount<Widget>(
        `<${tag} ${needsOf(tag)} src="${path}" time="anio" value="tasa" expected="tasa | tasa_100k: 0..60" ${SAID}></${tag}>`,
      );
      const { notices } = await next(widget, 'obs-notice');
      expect(notices.map(({ code }) => code)).to.include.members(['column-by-alias', 'out-of-range']);
      await until(() => allInside(widget, '.cautions').length === 1);
      expect(text(inside(widget, '.cautions'))).to.include('La fuente cambió y hay valores poco usuales');
    });

    it('[STAT-02] warns that the data are later than usual', async () => {
      const path = reply(freshPath(), csvFor(tag, 'anio,casos\n2019,1\n2020,2\n'));
      const widget = await ready(
        `<${tag} src="${path}" time="anio" expected-lag="3" ${SAID} ${needsOf(tag, 'casos')}></${tag}>`,
      );
      expect(text(inside(widget, '.cautions'))).to.match(/^Dato con \d+ meses de retraso\.$/);
    });
  });
}
