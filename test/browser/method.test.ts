import { expect } from 'chai';
import '../../src/widgets/method/method.js';
import { expectAccessible } from './axe.js';
import { allInside, frames, inside, mount, next, ready, text, unmount, until, type Widget } from './mount.js';

const ROBBERIES = 'indicator="robos" observatory="/examples/data/observatory.json"';
const sections = (widget: Widget): HTMLDetailsElement[] =>
  allInside(widget, 'details') as HTMLDetailsElement[];
const open = (widget: Widget): string[] =>
  sections(widget).flatMap((each) => (each.open ? [text(each.querySelector('summary') ?? each)] : []));

/** Mounts a sheet in a place of that width. */
async function inWidth(width: number, attributes = ROBBERIES): Promise<Widget> {
  const place = mount<HTMLElement>(`<div><obs-method ${attributes}></obs-method></div>`);
  place.style.width = `${width}px`;
  const widget = place.firstElementChild as Widget;
  await next(widget, 'obs-load');
  await widget.updateComplete;
  // Its size is told in the first frame, and what follows from it is there after the next.
  await frames(4);
  await widget.updateComplete;
  return widget;
}

describe('obs-method', () => {
  afterEach(unmount);

  it('[A11Y-01] breaks no accessibility rule, in light and in dark', async () => {
    const widget = await ready(`<obs-method ${ROBBERIES} heading-level="2"></obs-method>`);
    await expectAccessible(widget);
    widget.theme = 'dark';
    await widget.updateComplete;
    await expectAccessible(widget);
  });

  it('tells how the figure is made, under its title, and asks for none of the data', async () => {
    performance.clearResourceTimings();
    const widget = await ready(`<obs-method ${ROBBERIES}></obs-method>`);
    expect(text(inside(widget, '.heading'))).to.equal(
      'Cómo se hace esta cifra: Robos denunciados (datos sintéticos)',
    );
    expect(allInside(widget, 'dt').map(text)).to.include.members([
      'Definición',
      'Fórmula',
      'Responsable de los datos',
    ]);
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(asked.filter((url) => /ckan|\.csv/.test(url))).to.deep.equal([]);
  });

  it('is all open where there is room, and in a narrow place its first part, until the reader opens another', async () => {
    const wide = await inWidth(800);
    expect(open(wide)).to.have.length(sections(wide).length);
    const narrow = await inWidth(300);
    expect(open(narrow)).to.deep.equal(['Qué mide']);
    inside(narrow, 'details:nth-of-type(2) summary').click();
    await narrow.updateComplete;
    expect(open(narrow)).to.deep.equal(['Qué mide', 'Cómo se calcula']);
    expect(inside(narrow, '.frame').scrollWidth).to.be.at.most(300);
  });

  it('shows on paper what is closed on the screen, and closes it again', async () => {
    const widget = await inWidth(300);
    dispatchEvent(new Event('beforeprint'));
    expect(open(widget)).to.have.length(sections(widget).length);
    dispatchEvent(new Event('afterprint'));
    expect(open(widget)).to.deep.equal(['Qué mide']);
  });

  it('[A11Y-60] copies a citation and says so, to those who listen as well', async () => {
    const widget = await inWidth(800);
    const written: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (copied: string) => Promise.resolve(void written.push(copied)) },
    });
    const button = allInside(widget, 'button').find((each) => text(each) === 'Copiar (APA)');
    button?.click();
    await until(() => text(inside(widget, 'p[role=status]')) !== '');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(written[0]).to.match(/^Generador de datos sintéticos \(2026\)\. Robos denunciados/);
    expect(text(inside(widget, 'p[role=status]'))).to.equal('Se copió la cita (APA).');
  });

  it('chooses the citation, and says how to copy it, where the page may not use the clipboard', async () => {
    const widget = await inWidth(800);
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    allInside(widget, 'button')[0]?.click();
    await until(() => text(inside(widget, 'p[role=status]')) !== '');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(text(inside(widget, 'p[role=status]'))).to.match(/^La cita \(Texto\) está seleccionada/);
  });

  it('says what is wrong where no indicator is named, or none of that name is there', async () => {
    for (const [indicator, told] of [
      ['', 'indicator=""'],
      ['robo', '«robos»'],
    ] as const) {
      const widget = mount(
        `<obs-method indicator="${indicator}" observatory="/examples/data/observatory.json"></obs-method>`,
      );
      await next(widget, 'obs-error');
      await until(() => widget.shadowRoot?.querySelector('.owner') !== null);
      expect(text(inside(widget, '.owner'))).to.include(told);
    }
  });

  it('speaks English, the manifest’s own texts included', async () => {
    const widget = await ready(`<obs-method ${ROBBERIES} lang="en"></obs-method>`);
    await until(() => text(inside(widget, '.heading')).startsWith('How'));
    expect(text(inside(widget, '.heading'))).to.equal(
      'How this figure is made: Reported robberies (synthetic data)',
    );
    expect(allInside(widget, 'dd').map(text)).to.include('Reports of robbery, with violence or threat.');
  });
});
