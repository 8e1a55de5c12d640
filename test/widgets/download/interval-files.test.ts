import { expect } from 'chai';
import { fromRows } from '../../../src/table/rows.js';
import type { Table } from '../../../src/table/table.js';
import { en } from '../../../src/text/en.js';
import { measures } from '../../../src/text/es/measures.js';
import { titlesOf } from '../../../src/widgets/download/download-model.js';
import { buildFile, type FileFacts } from '../../../src/widgets/download/files.js';
import { allWords } from '../../support/all-words.js';
import { answerOf, ask } from '../../support/answer.js';
import { question } from '../../support/question.js';

const ASKED = { value: 'sum(n)', time: 'anio', per: '1000 of sum(p)', interval: '95' };
const asked = question('https://datos.example/a.csv', ASKED);

const made = async (): Promise<Table> =>
  ask(
    await fromRows(
      ['anio', 'n', 'p'],
      [
        ['2023', 30, 1000],
        ['2024', 2, 1000],
      ],
    ),
    ASKED,
  );

const factsOf = (titles: readonly string[]): FileFacts => ({
  title: 'Robos',
  titles,
  place: '',
  unit: 'por mil',
  definition: '',
  sourceName: undefined,
  sourceHref: undefined,
  license: '',
  updated: '',
  dataThrough: '2024',
  statusHeader: 'Estado',
});

describe('files of figures with intervals', () => {
  it('[STAT-10] have both ends as columns, unrounded, and empty where there is none', async () => {
    const { text } = await buildFile('csv', answerOf(await made()), asked, factsOf([]));
    const [header, first, second] = text.split('\r\n');
    expect(header).to.equal('anio,n,estado,n (n),lower 95% (n),upper 95% (n)');
    expect(first).to.match(/^2023,30,,30,20\.24\d{8,},42\.82\d{8,}$/);
    expect(second).to.equal('2024,,z,2,,');
  });

  it('[STAT-10] name the ends for readers in the data sheet, and tell that they were asked for', async () => {
    const table = await made();
    const facts = factsOf(titlesOf(table, allWords(), measures));
    const { text } = await buildFile('header', answerOf(table), asked, facts);
    expect(text).to.include('"title": "Límite inferior (confianza del 95%)"').and.include('"interval": "95"');
    expect(titlesOf(table, allWords(en), en.table.measures).at(-1)).to.equal('Upper limit (95% confidence)');
  });
});
