import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { setTimeZone } from './ask-browser.js';
import { allInside, inside, ready, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const SAID = 'source-name="PNP" heading="Denuncias" updated="2026-01-25"';

/** The same text in windows-1252, in which many portals still write. */
const windows1252 = (content: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(content, (letter) => letter.charCodeAt(0));

const utf16 = (content: string): Uint8Array<ArrayBuffer> => {
  const units = Uint16Array.from(`\ufeff${content}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
};

const cells = (widget: Widget): string[] =>
  allInside(widget, 'tbody :is(th, td) > span:last-child').map((cell) => text(cell));

describe('what a widget makes of the ways in which data are written', () => {
  afterEach(async () => {
    unmount();
    forgetReplies();
    await setTimeZone();
  });

  for (const [name, encode] of Object.entries({ 'windows-1252': windows1252, 'UTF-16': utf16 })) {
    it(`[REL-12] reads Ñ, ñ and á also in ${name}, and writes them so in its files`, async () => {
      const path = reply(freshPath(), encode('lugar,casos\nÑAÑA,1\nÁncash,2\n'));
      const table = await ready(`<obs-table src="${path}" ${SAID}></obs-table>`);
      expect(cells(table)).to.deep.equal(['ÑAÑA', '1', 'Áncash', '2']);
      const download = await ready(`<obs-download src="${path}" formats="csv" ${SAID}></obs-download>`);
      await until(() => allInside(download, 'a.file').length === 1);
      const { href } = inside<HTMLAnchorElement>(download, 'a.file');
      expect(await (await fetch(href)).text()).to.equal('lugar,casos\r\nÑAÑA,1\r\nÁncash,2\r\n');
    });
  }

  it('[REL-13] shows numbers and months as Peru writes them, keeps codes whole, and makes no zero of nothing', async () => {
    const path = reply(
      freshPath(),
      'ubigeo,mes,casos\n010101,setiembre 2024,"1,234.5"\n150101,set. 2023,s/d\n070101,2022-09,…\n',
    );
    const table = await ready(
      `<obs-table src="${path}" time="mes" value="casos" by="ubigeo" ${SAID}></obs-table>`,
    );
    const shown = allInside(table, 'tbody tr').map((row) =>
      [...row.querySelectorAll(':is(th, td) > span:last-child')].map((cell) => text(cell)),
    );
    expect(shown).to.deep.equal([
      ['set. 2022', '070101', 's/d'],
      ['set. 2023', '150101', 's/d'],
      ['set. 2024', '010101', '1,234.5'],
    ]);
  });

  for (const zone of ['America/Lima', 'UTC', 'Pacific/Auckland', 'America/St_Johns']) {
    it(`[REL-14] names the same periods and dates to a reader in ${zone}`, async () => {
      await setTimeZone(zone);
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal(zone);
      const path = reply(freshPath(), 'mes,casos\n2023-12,5\n2024-01,6\n2024-02,7\n');
      const trend = await ready(`<obs-trend src="${path}" time="mes" value="casos" ${SAID}></obs-trend>`);
      expect(allInside(trend, 'tbody th').map(text)).to.deep.equal(['dic. 2023', 'ene. 2024', 'feb. 2024']);
      expect(text(inside(trend, '.subtitle'))).to.equal('dic. 2023 – feb. 2024');
      expect(text(inside(trend, '.source')))
        .to.include('Datos hasta feb. 2024')
        .and.to.include('25 ene. 2026');
      const card = await ready(`<obs-card src="${path}" time="mes" value="casos" ${SAID}></obs-card>`);
      expect(text(inside(card, '.subtitle'))).to.equal('feb. 2024');
    });
  }
});
