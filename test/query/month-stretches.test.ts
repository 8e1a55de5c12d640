import '../support/as-module.js';
import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { stretchesIn } from '../../src/query/month-stretches.js';
import { fromRows } from '../../src/table/rows.js';
import { columnsOf, type Table } from '../../src/table/table.js';
import { ckanServer } from '../servers/ckan.js';
import { ask } from '../support/answer.js';
import { askPortal } from '../support/ask-portal.js';
import { incompleteIn } from '../support/incomplete.js';
import { cardOf } from '../support/make-card.js';

const NAMES = ['periodo_denuncia', 'anio_denuncia', 'delito', 'cantidad'];
const YEARS = { value: 'sum(cantidad)', time: 'anio_denuncia' };

/** Two kinds of offence for each year, of the months that its rows say. */
const rowsOf = (stretches: Readonly<Record<string, string>>): string[][] =>
  Object.entries(stretches).flatMap(([year, stretch]) => [
    [stretch, year, 'Hurto', stretch.endsWith('DICIEMBRE') ? '120' : '90'],
    [stretch, year, 'Robo', '60'],
  ]);

const asked = async (
  stretches: Readonly<Record<string, string>>,
  more: Partial<Question> = {},
): Promise<Table> => ask(await fromRows(NAMES, rowsOf(stretches)), { ...YEARS, ...more });

const YEAR = 'ENERO - DICIEMBRE';

describe('rows that say of which months of their year they are', () => {
  it('[STAT-05] make a last year that ends before December incomplete', async () => {
    const table = await asked(
      { 2022: YEAR, 2023: YEAR, 2024: 'ENERO - OCTUBRE' },
      { series: true, compared: true },
    );
    expect(incompleteIn(table)).to.deep.equal(['2024']);
    const [time] = columnsOf(table, 'time');
    expect(time?.kind === 'period' && time.periods.at(-1)?.through?.text).to.equal('2024-10');
    expect(cardOf(table).change).to.not.match(/bajó|subió/);
  });

  it('make a first year that begins after January incomplete', async () => {
    expect(incompleteIn(await asked({ 2022: 'MARZO - DICIEMBRE', 2023: YEAR }))).to.deep.equal(['2022']);
  });

  it('leave whole years as they are, and a page that says itself until when they are complete', async () => {
    expect(incompleteIn(await asked({ 2022: YEAR, 2023: YEAR }))).to.deep.equal([]);
    const part = { 2023: YEAR, 2024: 'ENERO - OCTUBRE' };
    expect(incompleteIn(await asked(part, { completeThrough: '2024-12' }))).to.deep.equal([]);
    expect(incompleteIn(await asked(part, { value: 'avg(cantidad)' })), 'an average').to.deep.equal([]);
  });

  it('are asked of a portal that puts its rows together', async () => {
    const types = { periodo_denuncia: 'text', anio_denuncia: 'int4', delito: 'text', cantidad: 'int4' };
    const rows = rowsOf({ 2023: YEAR, 2024: 'ENERO - OCTUBRE' }).map(
      ([months = '', year, delito = '', count]) => ({
        ...{ periodo_denuncia: months, anio_denuncia: Number(year), delito, cantidad: Number(count) },
      }),
    );
    const src = 'https://stretches.ckan.example/api/3/action/datastore_search?resource_id=1';
    const { table, requests } = await askPortal(ckanServer(rows, { types }), src, {
      protocol: 'ckan',
      ...YEARS,
    });
    expect(incompleteIn(table)).to.deep.equal(['2024']);
    expect(requests.some(({ href }) => /GROUP\+?%?2?0?BY/.test(href))).to.equal(true);
  });

  it('may be written in several ways, and are no months by themselves', async () => {
    const found = async (...words: string[]): Promise<string | undefined> =>
      stretchesIn(
        await fromRows(
          ['p'],
          words.map((word) => [word]),
        ),
      )?.name;
    expect(await found('ENERO - DICIEMBRE', 'ENERO')).to.equal('p');
    expect(await found('ene. a jul.', 'Ene–Dic', 'January to June')).to.equal('p');
    expect(await found('Enero', 'Febrero')).to.equal(undefined);
    expect(await found('ENERO - DICIEMBRE', 'TOTAL')).to.equal(undefined);
    expect(await found('DICIEMBRE - ENERO')).to.equal(undefined);
  });
});
