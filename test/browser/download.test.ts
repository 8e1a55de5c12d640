import { expect } from 'chai';
import '../../src/widgets/download/download.js';
import { expectAccessible } from './axe.js';
import { allInside, inside, mount, ready, text, unmount, until, type Widget } from './mount.js';
import { asked, forgetReplies, freshPath, reply } from './replies.js';

const RATE = `src="/examples/data/homicidios.csv" value="tasa" time="anio" status="estado" place="Perú"
  unit="por 100 mil habitantes" heading="Tasa de homicidios" source-name="INEI" source-href="https://www.gob.pe/inei"
  updated="2026-01-25" license="ODC-By" definition="Muertes por homicidio."`;

const files = (widget: Widget): HTMLAnchorElement[] => allInside(widget, 'a.file') as HTMLAnchorElement[];

/** Mounts a download and waits until its files are written. */
async function written(attributes: string): Promise<Widget> {
  const widget = await ready(`<obs-download ${attributes}></obs-download>`);
  await until(() => files(widget).length > 0);
  return widget;
}

const bytesOf = async (link: HTMLAnchorElement): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(link.href)).arrayBuffer());

const contentOf = async (link: HTMLAnchorElement | undefined): Promise<string> =>
  link ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(link)) : '';

function link(widget: Widget, label: string): HTMLAnchorElement {
  const found = files(widget).find((each) => text(each).startsWith(`Descargar ${label} (`));
  if (!found) throw new Error(`No link ${label} among ${files(widget).map(text).join()}`);
  return found;
}

describe('obs-download', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[A11Y-01] breaks no accessibility rule, in light and in dark', async () => {
    const widget = await written(RATE);
    await expectAccessible(widget);
    widget.theme = 'dark';
    await widget.updateComplete;
    await expectAccessible(widget);
  });

  it('[A11Y-60] names each format with the size that its file really has, as a link that keys can follow', async () => {
    const long = Array.from({ length: 900 }, (_, row) => `distrito ${row},${row}`).join('\n');
    const widget = await written(`src="${reply(freshPath(), `lugar,casos\n${long}\n`)}" source-name="PNP"`);
    expect(files(widget).map((each) => text(each).replace(/ \(.*$/, ''))).to.deep.equal([
      'Descargar CSV para Excel',
      'Descargar CSV',
      'Descargar JSON',
      'Descargar ficha de los datos',
    ]);
    for (const each of files(widget)) {
      const { length } = await bytesOf(each);
      expect(text(each)).to.include(`(${Math.max(1, Math.round(length / 1000))} kB)`);
      expect(each.tabIndex).to.equal(0);
      expect(each.download).to.match(/^[a-z0-9-]+\.(csv|json)$/);
    }
  });

  it('[A11Y-60] says which file was downloaded, to those who listen as well', async () => {
    const widget = await written(RATE);
    const csv = link(widget, 'CSV');
    widget.shadowRoot?.addEventListener('click', (event) => event.preventDefault(), { once: true });
    csv.click();
    await widget.updateComplete;
    expect(text(inside(widget, '[role=status]'))).to.equal(`Se descargó ${csv.download}`);
    expect(csv.download).to.equal('tasa-de-homicidios.csv');
  });

  it('[STAT-10] writes what is shown: unrounded, with a decimal point, and each status in a column', async () => {
    const widget = await written(`${RATE} period="2021..2025" decimals="0"`);
    const csv = await contentOf(link(widget, 'CSV'));
    expect(csv.startsWith('anio,tasa,estado\r\n2021,8.6,\r\n')).to.equal(true);
    expect(csv).to.include('2022,,:\r\n').and.to.include('2025,10.7,p\r\n');
    expect(csv).not.to.include('2011');
    const json = JSON.parse(await contentOf(link(widget, 'JSON'))) as unknown[];
    expect(json).to.have.length(5);
    expect(json[1]).to.deep.equal({ anio: '2022', tasa: null, estado: ':' });
  });

  it('[STAT-10] offers the whole series as well, where less is shown', async () => {
    const widget = await written(`${RATE} period="2021..2025"`);
    expect(allInside(widget, '.group p').map(text)).to.deep.equal(['Lo que se muestra', 'Serie completa']);
    const [, whole] = files(widget).filter((each) => text(each).includes('JSON'));
    expect(JSON.parse(await contentOf(whole))).to.have.length(13);
  });

  it('[STAT-10] tells in a header file source, licence, dates, definition and question', async () => {
    const header = JSON.parse(await contentOf(link(await written(RATE), 'ficha de los datos'))) as Record<
      string,
      unknown
    >;
    expect(header['sources']).to.deep.equal([{ title: 'INEI', path: 'https://www.gob.pe/inei' }]);
    expect(header['licenses']).to.deep.equal([{ title: 'ODC-By' }]);
    expect(header['dates']).to.include({ dataThrough: '2025', published: '2026-01-25' });
    expect(header['description']).to.equal('Muertes por homicidio.');
    expect(header['query']).to.deep.equal({
      src: '/examples/data/homicidios.csv',
      value: 'tasa',
      time: 'anio',
    });
  });

  it('[SEC-08] marks the Excel file as UTF-8 and runs no text as a formula; numbers stay as they are', async () => {
    const path = reply(freshPath(), 'lugar,variacion\n=1+1,-5\n@SUM(A1),3\n＝CMD,2.50\nÑaña,1\n');
    const widget = await written(`src="${path}" source-name="PNP"`);
    const excel = await contentOf(link(widget, 'CSV para Excel'));
    expect(excel).to.equal("\ufefflugar,variacion\r\n'=1+1,-5\r\n'@SUM(A1),3\r\n'＝CMD,2.5\r\nÑaña,1\r\n");
    const raw = await contentOf(link(widget, 'CSV'));
    expect(raw).to.equal('lugar,variacion\r\n=1+1,-5\r\n@SUM(A1),3\r\n＝CMD,2.5\r\nÑaña,1\r\n');
  });

  it('writes the files again when the page asks for other formats or names another source', async () => {
    const widget = await written(RATE);
    widget.setAttribute('formats', 'csv');
    await until(() => files(widget).length === 1);
    expect(text(files(widget)[0])).to.match(/^Descargar CSV \(/);
    widget.setAttribute('formats', 'header');
    widget.setAttribute('source-name', 'PNP');
    await until(() => files(widget).length === 1 && text(files(widget)[0]).includes('ficha'));
    expect(await contentOf(files(widget)[0])).to.include('"title": "PNP"');
  });

  it('tells the owner of a format that it does not know, and offers no file', async () => {
    const widget = mount('<obs-download src="/examples/data/extorsion.csv" formats="xlsx"></obs-download>');
    await until(() => widget.shadowRoot?.querySelector('.owner') !== null);
    expect(text(inside(widget, '.owner p')))
      .to.include('formats="xlsx"')
      .and.to.include('excel, csv, json');
  });

  it('changes its language at once, files included', async () => {
    const widget = await written(`${RATE} period="2024..2025" formats="csv"`);
    expect(await contentOf(files(widget)[0])).to.match(/^anio,tasa,estado\r\n/);
    widget.lang = 'en';
    await until(() => text(files(widget)[0]).startsWith('Download'));
    expect(allInside(widget, '.group p').map(text)).to.deep.equal(['What is shown', 'Whole series']);
    expect(await contentOf(files(widget)[0])).to.match(/^anio,tasa,status\r\n/);
  });

  it('[REL-16] lets its files go when it leaves the page, and writes them again when it comes back', async () => {
    const usual = {
      createObjectURL: URL.createObjectURL.bind(URL),
      revokeObjectURL: URL.revokeObjectURL.bind(URL),
    };
    const kept = new Set<string>();
    URL.createObjectURL = (blob: Blob) => {
      const url = usual.createObjectURL(blob);
      kept.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      kept.delete(url);
      usual.revokeObjectURL(url);
    };
    const widget = await written(RATE);
    const place = widget.parentElement;
    expect(kept.size).to.equal(4);
    widget.setAttribute('heading', 'Homicidios');
    await until(() => files(widget)[1]?.download === 'homicidios.csv');
    expect(kept.size).to.equal(4);
    widget.remove();
    await widget.updateComplete;
    // Whatever was under way has ended by the time another one has written its files.
    await written(`${RATE} formats="csv"`);
    expect(kept.size).to.equal(1);
    place?.append(widget);
    await until(() => files(widget).length === 4);
    expect(kept.size).to.equal(5);
    unmount();
    expect(kept.size).to.equal(0);
    Object.assign(URL, usual);
  });

  it('[EMB-03] stops asking for the whole series when it leaves the page', async () => {
    const signals: AbortSignal[] = [];
    const widget = await written(RATE);
    const { engine } = widget;
    widget.engine = {
      ask: (question, options) => {
        if (question.range !== '') return engine.ask(question, options);
        signals.push(options.signal);
        return new Promise(() => undefined);
      },
    };
    widget.setAttribute('period', '2024..2025');
    await until(() => signals.length === 1);
    widget.remove();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
  });

  it('asks for one file once, however many formats there are', async () => {
    await written(`src="${reply(freshPath(), 'anio,casos\n2024,1\n2025,2\n')}" limit="1" source-name="PNP"`);
    expect(asked).to.have.length(1);
  });
});
