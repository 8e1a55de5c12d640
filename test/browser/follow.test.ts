import { expect } from 'chai';
import '../../src/widgets/download/download.js';
import '../../src/widgets/table/table.js';
import { allInside, frames, inside, mount, next, ready, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const ROWS = 'lugar,casos\nLima,30\nCusco,10\nPiura,20\nLima Norte,5\n';
const table = (path: string): string =>
  `<obs-table id="tabla" src="${path}" page-size="2" source-name="PNP" heading="Denuncias"></obs-table>`;

const files = (widget: Widget): HTMLAnchorElement[] => allInside(widget, 'a.file') as HTMLAnchorElement[];

/** What the file of the shown rows holds, without its header. */
async function rows(download: Widget): Promise<string[]> {
  const href = files(download)[0]?.href;
  if (href === undefined) return [];
  const content = await (await fetch(href)).text();
  return content.split('\r\n').slice(1, -1);
}

async function rowsAre(download: Widget, expected: readonly string[]): Promise<void> {
  for (;;) {
    await until(() => files(download).length > 0);
    const now = await rows(download).catch(() => []);
    if (now.join('\n') === expected.join('\n')) return;
    await frames();
  }
}

async function both(): Promise<{ readonly shown: Widget; readonly download: Widget }> {
  const shown = await ready(table(reply(freshPath(), ROWS)));
  const download = mount<Widget>('<obs-download for="tabla" formats="csv"></obs-download>');
  await until(() => files(download).length > 0);
  return { shown, download };
}

function search(shown: Widget, words: string): void {
  const field = inside<HTMLInputElement>(shown, 'input');
  field.value = words;
  field.dispatchEvent(new InputEvent('input'));
}

describe('a download of what another widget shows', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[STAT-10] has the rows that were found, in the order chosen, and all rows besides', async () => {
    const { shown, download } = await both();
    await rowsAre(download, ['Lima,30', 'Cusco,10', 'Piura,20', 'Lima Norte,5']);
    allInside(shown, 'thead button')[1]?.click();
    await rowsAre(download, ['Lima,30', 'Piura,20', 'Cusco,10', 'Lima Norte,5']);
    allInside(shown, 'thead button')[1]?.click();
    await rowsAre(download, ['Lima Norte,5', 'Cusco,10', 'Piura,20', 'Lima,30']);
    search(shown, 'lima');
    await rowsAre(download, ['Lima Norte,5', 'Lima,30']);
    expect(allInside(download, '.group p').map(text)).to.deep.equal(['Lo que se muestra', 'Serie completa']);
    const whole = await (await fetch(files(download)[1]?.href ?? '')).text();
    expect(whole.split('\r\n')).to.have.length(6);
    search(shown, '');
    await rowsAre(download, ['Lima Norte,5', 'Cusco,10', 'Piura,20', 'Lima,30']);
    expect(files(download)).to.have.length(1);
  });

  it('says of the data what the other widget says of them', async () => {
    const { download } = await both();
    expect(text(inside(download, '.heading'))).to.equal('Descargar los datos');
    expect(text(inside(download, '.subtitle'))).to.equal('Denuncias');
    expect(text(inside(download, '.source'))).to.include('Fuente: PNP');
    expect(files(download)[0]?.download).to.equal('denuncias.csv');
  });

  it('goes with the other widget to other data of the same file, and to another file', async () => {
    const { shown, download } = await both();
    shown.setAttribute('where', "lugar = 'Cusco'");
    await rowsAre(download, ['Cusco,10']);
    shown.removeAttribute('where');
    shown.setAttribute('src', reply(freshPath(), 'lugar,casos\nTacna,7\n'));
    await rowsAre(download, ['Tacna,7']);
  });

  it('offers no file of data that are no longer there', async () => {
    const { shown, download } = await both();
    shown.setAttribute(
      'src',
      reply(freshPath(), () => new Response('', { status: 404 })),
    );
    await next(shown, 'obs-error');
    await until(() => allInside(download, '.problem').length === 1);
    expect(files(download)).to.have.length(0);
  });

  it('finds the widget also where a plain element stands for it', async () => {
    const path = reply(freshPath(), ROWS);
    const place = mount(
      `<div id="sitio" data-obs="table"><obs-table src="${path}" source-name="PNP"></obs-table></div>`,
    );
    const shown = place.firstElementChild as Widget;
    const download = mount<Widget>('<obs-download for="sitio" formats="csv"></obs-download>');
    await rowsAre(download, ['Lima,30', 'Cusco,10', 'Piura,20', 'Lima Norte,5']);
    allInside(shown, 'thead button')[0]?.click();
    await rowsAre(download, ['Cusco,10', 'Lima,30', 'Lima Norte,5', 'Piura,20']);
  });

  it('tells the owner when no widget has that id, and which ones there are', async () => {
    await ready(table(reply(freshPath(), ROWS)));
    const download = mount<Widget>('<obs-download for="tbla"></obs-download>');
    await until(() => allInside(download, '.owner').length === 1);
    expect(text(inside(download, '.owner p')))
      .to.include('for="tbla"')
      .and.to.include('tabla');
  });

  it('works within the shadow root of another component', async () => {
    const host = mount<HTMLElement>('<div></div>');
    const root = host.attachShadow({ mode: 'open' });
    const shown = document.createElement('obs-table') as Widget;
    Object.assign(shown, { id: 'tabla', src: reply(freshPath(), ROWS), sourceName: 'PNP' });
    const download = document.createElement('obs-download') as Widget;
    Object.assign(download, { for: 'tabla', formats: 'csv' });
    root.append(shown, download);
    await rowsAre(download, ['Lima,30', 'Cusco,10', 'Piura,20', 'Lima Norte,5']);
    allInside(shown, 'thead button')[0]?.click();
    await rowsAre(download, ['Cusco,10', 'Lima,30', 'Lima Norte,5', 'Piura,20']);
  });
});
