import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import '../../src/widgets/filter/filter.js';
import { choose, filterReady, optionsOf, value } from './choose.js';
import { inside, mount, text, unmount, until } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

/** A file of columns, and what the manifest of the snapshot says of it. */
async function cube(folder: string, columns: readonly object[], more: object = {}): Promise<object> {
  const body = JSON.stringify({ columns, metadata: { title: 'Robos', publisher: 'Observatorio' } });
  const bytes = new TextEncoder().encode(body);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const path = `cubes/casos-${sha256.slice(0, 12)}.json`;
  reply(`${folder}/${path}`, body, 'application/json');
  return { indicator: 'casos', level: '', time: 'year', path, sha256, bytes: bytes.length, rows: 1, ...more };
}

const year = (codes: readonly number[]): object => ({ name: 'anio', kind: 'period', words: ['2024'], codes });
const kinds = (codes: readonly number[]): object => ({
  ...{ name: 'tipo', kind: 'text', words: ['Robo', 'Hurto'] },
  codes,
});
const places = (codes: readonly number[]): object => ({
  ...{ name: 'dep', kind: 'text', words: ['13', '20'] },
  codes,
});
const counts = (values: readonly number[]): object => ({
  name: 'casos',
  kind: 'number',
  decimals: 0,
  values,
});

/** An observatory of two departments and two kinds, with a snapshot; its source answers or not. */
async function observatory(isUp: boolean): Promise<string> {
  const folder = freshPath('d');
  reply(`${folder}/casos.csv`, () =>
    isUp
      ? new Response(
          'dep,tipo,anio,casos\n13,Robo,2024,40\n13,Hurto,2024,20\n20,Robo,2024,50\n20,Hurto,2024,90\n',
          {
            headers: { 'content-type': 'text/csv' },
          },
        )
      : new Response('', { status: 404 }),
  );
  reply(
    `${folder}/lugares.csv`,
    'codigo,nombre,padre,nivel\n13,La Libertad,,departamento\n20,Piura,,departamento\n',
  );
  const at = `${folder}/foto`;
  const level = { level: 'departamento' };
  const cubes = [
    await cube(at, [year([0]), counts([200])]),
    await cube(at, [year([0, 0]), kinds([0, 1]), counts([90, 110])], { breakdowns: ['tipo'] }),
    await cube(at, [year([0, 0]), places([0, 1]), counts([60, 140])], level),
    await cube(
      at,
      [year([0, 0, 0, 0]), places([0, 0, 1, 1]), kinds([0, 1, 0, 1]), counts([40, 20, 50, 90])],
      {
        ...level,
        breakdowns: ['tipo'],
      },
    ),
  ];
  const manifest = (snapshot: object, data: string): string =>
    JSON.stringify({
      ...{ title: 'Observatorio', contributors: [{ title: 'Observatorio', roles: ['publisher'] }] },
      places: { resource: 'lugares', code: 'codigo', name: 'nombre', parent: 'padre', level: 'nivel' },
      resources: [
        { name: 'casos', path: `${data}casos.csv` },
        { name: 'lugares', path: `${data}lugares.csv` },
      ],
      indicators: [
        {
          ...{ name: 'casos', title: 'Casos', definition: 'Denuncias', unit: 'casos', direction: 'lower' },
          ...{ resource: 'casos', numerator: 'sum(casos)', time: 'anio', breakdowns: ['tipo'] },
          places: { departamento: { column: 'dep', by: 'code' } },
        },
      ],
      snapshot,
    });
  reply(
    `${at}/observatory.json`,
    manifest({ path: './', date: '2026-09-01', cubes }, '../'),
    'application/json',
  );
  reply(`${folder}/observatory.json`, manifest({ path: 'foto/' }, ''), 'application/json');
  return `observatory="${folder}/observatory.json" indicator="casos"`;
}

describe('the rows of a figure that a snapshot stands in for', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[REL-09] are those that the page asks for, as of the source', async () => {
    for (const isUp of [true, false]) {
      const at = await observatory(isUp);
      for (const [rows, shown] of [
        ['', '200'],
        [`where="tipo = 'Robo'"`, '90'],
        [`place="13"`, '60'],
        [`place="13" where="tipo = 'Robo'"`, '40'],
      ] as const) {
        const card = mount(`<obs-card ${rows} ${at}></obs-card>`);
        await until(() => value(card) !== '');
        expect(value(card), `${rows} ${isUp}`).to.equal(shown);
      }
    }
  });

  it('[REL-09] are those that the reader chooses', async () => {
    const at = await observatory(false);
    const filter = mount(`<obs-filter name="tipo" kind="breakdown" ${at}></obs-filter>`);
    const card = mount(`<obs-card filter-by="tipo" ${at}></obs-card>`);
    await filterReady(filter);
    expect(optionsOf(filter).slice(1)).to.deep.equal(['Hurto', 'Robo']);
    await until(() => value(card) === '200');
    await choose(filter, 'Robo');
    await until(() => value(card) !== '200');
    expect(value(card)).to.equal('90');
  });

  it('[REL-09] are not shown for others: a condition that the snapshot cannot tell is no figure', async () => {
    const card = mount(`<obs-card where="barrio = 'X'" ${await observatory(false)}></obs-card>`);
    await until(() => !!card.shadowRoot?.querySelector('.problem, .value'));
    expect(value(card)).to.equal('');
  });

  it('[REL-09] are beside those of the country, from the snapshot as well', async () => {
    for (const isUp of [true, false]) {
      const card = mount(
        `<obs-card place="13" reference="Perú" reference-where="*" ${await observatory(isUp)}></obs-card>`,
      );
      await until(() => !!card.shadowRoot?.querySelector('[part=reference]'));
      expect(text(inside(card, '[part=reference]')), String(isUp)).to.equal(
        '30.0% del total de Perú (200 casos)',
      );
    }
  });

  it('[REL-09] are beside no others where the snapshot cannot tell those', async () => {
    const card = mount(
      `<obs-card place="13" reference="Piura" reference-where="dep = '20'" ${await observatory(false)}></obs-card>`,
    );
    await until(() => !!card.shadowRoot?.querySelector('[part=reference]'));
    expect(text(inside(card, '[part=reference]'))).to.equal(
      'No se pudieron mostrar los datos de Piura para comparar.',
    );
  });
});
