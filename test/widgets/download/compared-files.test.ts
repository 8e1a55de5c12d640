import { expect } from 'chai';
import { source as csv } from '../../../src/sources/csv.js';
import { TableBuilder } from '../../../src/table/builder.js';
import { cellAt } from '../../../src/table/cell.js';
import { fromRows } from '../../../src/table/rows.js';
import { findColumn, type Table } from '../../../src/table/table.js';
import { asShown, type Compared } from '../../../src/widgets/download/comparisons.js';
import { buildFile, type FileFacts } from '../../../src/widgets/download/files.js';
import { answerOf, ask } from '../../support/answer.js';
import { question } from '../../support/question.js';

const ASKED = { value: 'tasa', time: 'anio', where: "lugar = 'ICA'" };
const QUESTION = question('https://datos.example/tasas.csv', ASKED);
const FACTS: FileFacts = {
  ...{ title: 'Tasa', titles: ['Periodo', 'Tasa'], place: 'Ica', unit: '', definition: '' },
  ...{ sourceName: 'PNP', sourceHref: undefined, license: '', updated: '', dataThrough: '2024' },
  statusHeader: 'Estado',
};
const SAID: Compared = {
  reference: 'País',
  referenceWhere: "lugar = 'PERU'",
  targets: 'base 2023: 12.0; 2026: 9.0',
  targetSource: 'Plan regional',
};

const source = (): Promise<Table> =>
  fromRows(
    ['lugar', 'anio', 'tasa'],
    [
      ['ICA', '2023', '12.5'],
      ['ICA', '2024', '11.25'],
      ['PERU', '2023', '9.5'],
      ['PERU', '2024', '<3'],
    ],
  );
/** The answer of the figure's own question, and of the same about other rows. */
async function shown(said = SAID): ReturnType<typeof asShown> {
  const table = await source();
  const own = answerOf(await ask(table, ASKED));
  return asShown(own, QUESTION, FACTS, said, async ({ where }) =>
    answerOf(await ask(table, { ...ASKED, where })),
  );
}

async function read(text: string): Promise<Table> {
  const builder = new TableBuilder();
  const part = await csv.parse({ url: 'https://datos.example/f.csv', text }, builder, {});
  return builder.finish({ decimal: '.', notices: [], columns: part.columns ?? [] });
}

const cellsOf = (table: Table, name: string): unknown[] => {
  const column = findColumn(table, name);
  return column ? Array.from({ length: table.length }, (_, row) => cellAt(column, row).value) : [];
};

describe('the files of a figure that compares [STAT-10]', () => {
  it('hold the other place and the path of the plan as columns, to its horizon', async () => {
    const { answer, facts } = await shown();
    const { text } = await buildFile('csv', answer, QUESTION, facts);
    expect(text.trim().split('\r\n')).to.deep.equal([
      'anio,tasa,tasa_estado,reference (tasa),reference (tasa)_estado,target',
      '2023,12.5,,9.5,,12',
      '2024,11.25,,,c,11',
      '2025,,z,,:,10',
      '2026,,z,,:,9',
    ]);
  });

  it('come back as they were from CSV and from JSON', async () => {
    const { answer, facts } = await shown();
    const back = await read((await buildFile('csv', answer, QUESTION, facts)).text);
    const records = JSON.parse((await buildFile('json', answer, QUESTION, facts)).text) as Record<
      string,
      unknown
    >[];
    for (const name of ['tasa', 'reference (tasa)', 'target']) {
      const wanted = cellsOf(answer.table, name);
      const known = (cells: unknown[]): unknown[] => cells.map((cell) => cell ?? null);
      expect(known(cellsOf(back, name)), name).to.deep.equal(known(wanted));
      expect(
        records.map((record) => record[name]),
        name,
      ).to.deep.equal(known(wanted));
    }
  });

  it('say in their header whose the columns are, and what was asked', async () => {
    const { answer, facts } = await shown();
    const header = JSON.parse((await buildFile('header', answer, QUESTION, facts)).text) as {
      query: object;
      resources: { schema: { fields: { name: string; title?: string }[] } }[];
    };
    expect(header.query).to.include({ reference: 'País', targets: SAID.targets });
    const titles = header.resources[0]?.schema.fields.map(({ title = '' }) => title);
    expect(titles).to.deep.equal(['Periodo', 'Tasa', 'País', 'Plan regional']);
  });

  it('leave out the other place where it cannot be had, or has its rows among the others', async () => {
    const own = answerOf(await ask(await source(), ASKED));
    const failed = await asShown(own, QUESTION, FACTS, SAID, () => Promise.reject(new Error('no')));
    expect(failed.answer.table.columns.map(({ name }) => name)).to.deep.equal(['anio', 'tasa', 'target']);
    const among = await shown({ reference: 'PERU' });
    expect(among.answer.table.columns.map(({ name }) => name)).to.deep.equal(['anio', 'tasa']);
  });
});
