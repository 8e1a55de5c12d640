import { expect } from 'chai';
import { fromRows } from '../../../src/table/rows.js';
import type { Table } from '../../../src/table/table.js';
import { buildFile, type FileFacts } from '../../../src/widgets/download/files.js';
import { answerOf, ask } from '../../support/answer.js';
import { question } from '../../support/question.js';

const ASKED = { value: 'tasa', time: 'mes', by: 'ubigeo, distrito', status: 'estado' };
const QUESTION = question('https://datos.example/robos.csv', ASKED);
const FACTS: FileFacts = {
  title: 'Tasa de robos denunciados',
  titles: [],
  place: 'Perú',
  unit: 'por 100 mil habitantes',
  definition: 'Robos denunciados a la policía.',
  sourceName: 'PNP',
  sourceHref: 'https://www.policia.gob.pe',
  license: 'ODC-By',
  updated: '2024-11-20',
  dataThrough: '2024-09',
  statusHeader: 'Estado',
};

const made = async (): Promise<Table> =>
  ask(
    await fromRows(
      ['ubigeo', 'distrito', 'mes', 'tasa', 'estado'],
      [
        ['010101', 'Chachapoyas', 'set-2024', '12.345678901', 'p'],
        ['150131', 'San Isidro', 'set-2024', '', 'c'],
        ['210101', 'Puno', 'set-2024', '0', ''],
        ['140101', 'Ñaña', 'set-2024', '1234.5', ''],
      ],
    ),
    { ...ASKED, series: false },
  );

describe('the files of what is shown', () => {
  it('[STAT-10] keep codes as text, write months as ISO, a decimal point, every digit, each status, and names in UTF-8', async () => {
    const { text, type } = await buildFile('csv', answerOf(await made()), QUESTION, FACTS);
    expect(type).to.equal('text/csv;charset=utf-8');
    expect(text.trim().split('\r\n')).to.deep.equal([
      'mes,ubigeo,distrito,tasa,estado',
      '2024-09,010101,Chachapoyas,12.345678901,p',
      '2024-09,150131,San Isidro,,c',
      '2024-09,210101,Puno,0,',
      '2024-09,140101,Ñaña,1234.5,',
    ]);
  });

  it('[STAT-10] are the same values in JSON, where a code is a string and zero is a number', async () => {
    const { text } = await buildFile('json', answerOf(await made()), QUESTION, FACTS);
    const records = JSON.parse(text) as Record<string, unknown>[];
    expect(records.map(({ ubigeo, tasa, estado }) => [ubigeo, tasa, estado])).to.deep.equal([
      ['010101', 12.345678901, 'p'],
      ['150131', null, 'c'],
      ['210101', 0, ''],
      ['140101', 1234.5, ''],
    ]);
  });

  it('[STAT-10] have beside them a data sheet with source, licence, definition, question and its three dates', async () => {
    const { text } = await buildFile('header', answerOf(await made()), QUESTION, FACTS);
    const sheet = JSON.parse(text) as Record<string, unknown>;
    expect(sheet).to.deep.include({
      title: FACTS.title,
      description: FACTS.definition,
      place: 'Perú',
      sources: [{ title: 'PNP', path: 'https://www.policia.gob.pe' }],
      licenses: [{ title: 'ODC-By' }],
      dates: { dataThrough: '2024-09', published: '2024-11-20', retrieved: '2024-12-05T17:00:00.000Z' },
      query: { src: QUESTION.src, value: 'tasa', time: 'mes', by: 'ubigeo, distrito' },
    });
    expect(text).to.include('"encoding": "utf-8"').and.to.include('"unit": "por 100 mil habitantes"');
  });
});
