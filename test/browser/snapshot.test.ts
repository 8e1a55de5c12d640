import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import '../../src/widgets/filter/filter.js';
import '../../src/widgets/trend/trend.js';
import { allInside, frames, inside, mount, next, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const MONTHS = ['2026-05', '2026-06', '2026-07'];

/** The copy of a day: a file of columns, and what the manifest of the snapshot says of it. */
async function cube(folder: string, values: readonly number[]): Promise<object> {
  const body = JSON.stringify({
    columns: [
      { name: 'mes', kind: 'period', words: MONTHS, codes: [0, 1, 2] },
      { name: 'casos', kind: 'number', decimals: 0, values },
    ],
    metadata: { title: 'Robos denunciados', publisher: 'Observatorio' },
  });
  const bytes = new TextEncoder().encode(body);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const path = `cubes/robos-total-${sha256.slice(0, 12)}.json`;
  reply(`${folder}/${path}`, body, 'application/json');
  return { indicator: 'robos', level: '', time: 'month', path, sha256, bytes: bytes.length, rows: 3 };
}

/** An observatory whose source answers or not, with a snapshot of 1 September and what it held before. */
async function observatory(isUp: boolean): Promise<string> {
  const folder = freshPath('d');
  const source = `${folder}/robos.csv`;
  const rows = MONTHS.map((month, index) => `${month},${[2010, 2090, 2150][index] ?? 0}`);
  reply(source, () =>
    isUp
      ? new Response(`mes,casos\n${rows.join('\n')}\n`, { headers: { 'content-type': 'text/csv' } })
      : new Response('', { status: 404 }),
  );
  const manifest = (snapshot: object, path: string): string =>
    JSON.stringify({
      ...{ title: 'Observatorio', contributors: [{ title: 'Observatorio', roles: ['publisher'] }] },
      resources: [{ name: 'robos', path }],
      indicators: [
        {
          ...{ name: 'robos', title: 'Robos denunciados', definition: 'Denuncias', unit: 'denuncias' },
          ...{ direction: 'lower', resource: 'robos', numerator: 'sum(casos)', time: 'mes' },
        },
      ],
      snapshot,
    });
  const [now, before] = [
    await cube(`${folder}/foto`, [2010, 2090, 2140]),
    await cube(`${folder}/foto`, [2010, 2090, 2134]),
  ];
  const held = { date: '2026-09-01', cubes: [now], vintages: [{ date: '2026-08-12', cubes: [before] }] };
  reply(
    `${folder}/foto/observatory.json`,
    manifest({ path: './', ...held }, '../robos.csv'),
    'application/json',
  );
  reply(`${folder}/observatory.json`, manifest({ path: 'foto/' }, 'robos.csv'), 'application/json');
  return `observatory="${folder}/observatory.json" indicator="robos"`;
}

/** The widget once it shows its figures, whether they are of now or not. */
async function shown(markup: string): Promise<Widget> {
  const widget = mount(markup);
  await until(() => widget.shown !== undefined);
  await widget.updateComplete;
  await frames();
  return widget;
}

const cautions = (widget: Widget): string[] => allInside(widget, '.cautions p').map(text);

describe('a figure of an observatory that has a snapshot', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[REL-09] is the source’s own as long as it answers', async () => {
    const card = await shown(`<obs-card ${await observatory(true)}></obs-card>`);
    expect(text(inside(card, '.value'))).to.equal('2,150');
    expect(cautions(card)).to.deep.equal([]);
  });

  it('[REL-09] [STAT-13] is the snapshot’s where it does not, with its date and what it was before', async () => {
    const attributes = await observatory(false);
    for (const tag of ['obs-card', 'obs-trend']) {
      const failed = mount(`<${tag} ${attributes}></${tag}>`);
      const { code, isStale } = await next(failed, 'obs-error');
      expect([code, isStale], tag).to.deep.equal(['http', true]);
      await until(() => cautions(failed).length > 0);
      expect(cautions(failed)[0], tag).to.match(/^Datos guardados el 3?1 (ago|set)\. 2026/);
      expect(cautions(failed), tag).to.include('jul. 2026: era 2,134 hasta el 1 set. 2026.');
    }
    const english = await shown(`<obs-card lang="en" ${attributes}></obs-card>`);
    await until(() => cautions(english).includes('Jul 2026: it was 2,134 until Sep 1, 2026.'));
    expect(text(inside(english, '.value'))).to.equal('2,140');
  });

  it('[STAT-11] stays what it was on a day for ever, whether the source answers or not, and says what came after', async () => {
    for (const isUp of [true, false]) {
      const card = await shown(`<obs-card as-of="2026-08-20" ${await observatory(isUp)}></obs-card>`);
      expect(text(inside(card, '.value'))).to.equal('2,134');
      expect(cautions(card)).to.deep.equal(['Cifras que cambiaron después: 1 (copia del 1 set. 2026).']);
      await card.refresh();
      await frames();
      expect(text(inside(card, '.value'))).to.equal('2,134');
    }
  });

  it('[STAT-11] is refused for a day before the first copy, with the days that there are', async () => {
    const card = mount(`<obs-card as-of="2020-01-01" ${await observatory(true)}></obs-card>`);
    expect((await next(card, 'obs-error')).code).to.equal('bad-attribute');
    await until(() => allInside(card, '.owner').length > 0);
    expect(text(inside(card, '.owner')))
      .to.include('as-of="2020-01-01"')
      .and.include('2026-08-12');
  });

  it('[REL-09] is that of a file that the page names, where the source does not answer', async () => {
    const [gone, kept] = [freshPath(), freshPath()];
    reply(gone, () => new Response('', { status: 404 }));
    reply(kept, 'mes,casos\n2026-06,90\n2026-07,91\n');
    const card = mount(
      `<obs-card src="${gone}" snapshot="${kept}" value="casos" time="mes" source-name="Prueba"></obs-card>`,
    );
    await next(card, 'obs-error');
    await until(() => cautions(card).length > 0);
    expect(text(inside(card, '.value'))).to.equal('91');
    expect(cautions(card)[0]).to.match(/^Datos guardados el /);
  });

  it('[REL-09] has its filter’s options from there as well, where the source does not answer', async () => {
    for (const isUp of [true, false]) {
      const at = await observatory(isUp);
      const filter = mount(`<obs-filter name="mes" kind="period" ${at}></obs-filter>`);
      await until(() => !!filter.shadowRoot?.querySelector('select, .problem p'));
      expect(allInside(filter, 'option').map(text)).to.deep.equal([
        'Todos los periodos',
        'jul. 2026',
        'jun. 2026',
        'may. 2026',
      ]);
    }
  });
});
