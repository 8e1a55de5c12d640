import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import type { Notice } from '../../src/table/notice.js';
import { allInside, inside, next, ready, text, unmount, mount, type Widget } from './mount.js';

const DATA = 'src="/examples/data/extorsion.csv" heading="Extorsión" source-name="PNP"';

/** A widget with this attribute, and what its owner is told of odd values. */
async function told(tag: string, attribute: string): Promise<{ widget: Widget; odd: readonly Notice[] }> {
  const odd: Notice[] = [];
  const widget = mount(`<${tag} ${DATA} ${attribute}></${tag}>`);
  const listen = new Promise<void>((resolve) => {
    widget.addEventListener('obs-notice', ({ notices }) => {
      odd.push(...notices.filter(({ code }) => code === 'odd-value'));
      resolve();
    });
  });
  await next(widget, 'obs-load');
  await listen;
  await widget.updateComplete;
  return { widget, odd };
}

describe('a value that an attribute does not have', () => {
  afterEach(unmount);

  for (const [attribute, value, expected] of [
    ['theme', 'oscuro', 'dark'],
    ['heading-level', '1', '2'],
    ['heading-level', '7', '6'],
    ['updated', '25/01/2026', '2026-01-25'],
    ['updated', 'hoy', '2026-01-25'],
    ['decimals', '1.5', '1'],
    ['decimals', '99', '9'],
    ['source-href', 'www.mininter.gob.pe', 'https://…'],
    ['source-href', 'observatorio.example/datos', 'https://…'],
    ['source-href', 'inei.pe', 'https://…'],
    ['source-href', 'javascript:alert(1)', 'https://…'],
  ] as const) {
    it(`is told to the page’s owner and never shown: ${attribute}="${value}"`, async () => {
      for (const tag of ['obs-card', 'obs-table', 'obs-trend']) {
        const { widget, odd } = await told(tag, `${attribute}="${value}"`);
        expect(odd).to.have.length(1);
        expect(odd[0]).to.include({ code: 'odd-value', attribute, value });
        expect(odd[0]?.expected).to.include(expected);
        if (value.length > 1) expect(text(inside(widget, '.root'))).not.to.include(value);
        expect(allInside(widget, '.source a')).to.deep.equal([]);
        expect(allInside(widget, '[role=heading]')).to.deep.equal([]);
      }
    });
  }

  for (const value of ['0', '1000'])
    it(`is told of the size of a page, and rows are shown: ${value}`, async () => {
      const { widget, odd } = await told('obs-table', `page-size="${value}"`);
      expect(odd).to.deep.equal([
        { code: 'odd-value', attribute: 'page-size', value, expected: ['1', '2', '…', '100'] },
      ]);
      expect(allInside(widget, 'tbody tr')).not.to.deep.equal([]);
    });

  it('is not found in those that are right', async () => {
    for (const attributes of [
      'theme="dark" heading-level="3" updated="2026-01-25" decimals="2" source-href="https://datos.example/x"',
      'updated="2026-01-25T10:00:00" source-href="/estadistica"',
      'source-href="estadistica.html"',
    ]) {
      const notices: Notice[] = [];
      const widget = mount(`<obs-table ${DATA} ${attributes} page-size="100"></obs-table>`);
      widget.addEventListener('obs-notice', (event) => notices.push(...event.notices));
      await next(widget, 'obs-load');
      await import('../../src/widgets/figure/owner-report.js');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(notices).to.deep.equal([]);
      if (attributes.includes('href')) expect(allInside(widget, '.source a')).to.have.length(1);
    }
  });

  it('leaves the decimals as the source writes them', async () => {
    const value = async (decimals: string): Promise<string> =>
      text(inside(await ready(`<obs-card ${DATA} ${decimals}></obs-card>`), '.value'));
    expect(await value('decimals="99"')).to.equal(await value(''));
  });
});
