import '../support/as-module.js';
import { expect } from 'chai';
import { source } from '../../src/sources/google-sheets.js';
import type { SourceOptions } from '../../src/sources/source.js';
import { askFiles } from '../support/made-files.js';
import { failureOf } from '../support/failure.js';
import { names, texts } from '../support/read-text.js';
import { thrownBy } from '../support/thrown.js';

const SHEET = 'https://docs.google.com/spreadsheets/d/1aB_c-D';
const PUBLISHED = 'https://docs.google.com/spreadsheets/d/e/2PACX-1v';
const QUERY = { measures: [], time: [], by: [], sort: [] };

function planned(address: string, options: SourceOptions = {}): string {
  return source.plan(new URL(address), QUERY, options, true).url;
}

describe('the address of a sheet of Google', () => {
  const gviz = `${SHEET}/gviz/tq?`;
  const PLANS: readonly (readonly [string, string])[] = [
    [`${SHEET}/edit#gid=7`, `${gviz}gid=7&tqx=out%3Acsv&headers=1`],
    [`${SHEET}/edit?usp=sharing`, `${gviz}tqx=out%3Acsv&headers=1`],
    [`${SHEET}/edit?gid=7#gid=7`, `${gviz}gid=7&tqx=out%3Acsv&headers=1`],
    [SHEET, `${gviz}tqx=out%3Acsv&headers=1`],
    [`${SHEET}/htmlview?gid=3`, `${gviz}gid=3&tqx=out%3Acsv&headers=1`],
    [`${SHEET}/gviz/tq?tqx=out:json&sheet=Hoja 1&tq=select A`, `${gviz}tqx=out%3Acsv&headers=1&sheet=Hoja+1&tq=select+A`],
    [`${SHEET}/export?format=xlsx&gid=7`, `${SHEET}/export?gid=7&format=csv`],
    [`${PUBLISHED}/pubhtml?gid=0&single=true`, `${PUBLISHED}/pub?gid=0&single=true&output=csv`],
    [`${PUBLISHED}/pub?output=csv`, `${PUBLISHED}/pub?single=true&output=csv`],
    ['https://docs.google.com/a/muni.gob.pe/spreadsheets/d/1aB/edit', 'https://docs.google.com/spreadsheets/d/1aB/gviz/tq?tqx=out%3Acsv&headers=1'],
    [`${SHEET}/edit?resourcekey=0-x#gid=1`, `${gviz}resourcekey=0-x&gid=1&tqx=out%3Acsv&headers=1`],
  ]; // prettier-ignore
  for (const [address, expected] of PLANS) {
    it(`${address} becomes one of CSV`, () => {
      expect(planned(address)).to.equal(expected);
    });
  }

  it('has the sheet that the page names, before the one of the address', () => {
    expect(planned(`${SHEET}/edit#gid=7`, { sheetName: 'Año 2024' })).to.equal(
      `${gviz}tqx=out%3Acsv&headers=1&sheet=A%C3%B1o+2024`,
    );
  });

  it('is of the sheet as it is where the page counts its rows', () => {
    expect(planned(`${SHEET}/edit#gid=7`, { headerRows: '3' })).to.equal(`${SHEET}/export?gid=7&format=csv`);
  });

  it('is a mistake where it is of no sheet', async () => {
    const { code } = await thrownBy(() => planned('https://docs.google.com/document/d/1aB/edit'));
    expect(code).to.equal('bad-address');
  });
});

describe('a sheet of Google', () => {
  const ask = (body: string, source: SourceOptions = {}): ReturnType<typeof askFiles> =>
    askFiles({ [planned(`${SHEET}/edit`, source)]: body }, `${SHEET}/edit`, { source });

  it('is read as the CSV that Google makes of it', async () => {
    const { table } = await ask('"Año","casos"\n"2023","1,234"\n"2024","5"\n');
    expect(names(table)).to.deep.equal(['Año', 'casos']);
    expect(texts(table, 'casos')).to.deep.equal(['1234', '5']);
  });

  it('is read as the page declares it', async () => {
    const { table } = await ask('Título,\nzona,casos\nAte,-\nLima,4\n', {
      headerRows: '2',
      missingValues: '- = suppressed',
    });
    expect(texts(table, 'zona')).to.deep.equal(['Ate', 'Lima']);
    const [, casos] = table.columns;
    expect(casos?.kind === 'number' && [...casos.statuses]).to.deep.equal([2, 0]);
  });

  it('[REL-02] that is not shared is told as such, in each of the ways in which Google says it', async () => {
    await failureOf(
      ask('<!DOCTYPE html><html><a href="https://accounts.google.com/ServiceLogin?x">Sign in</a>'),
      'not-public',
    );
    const refusal = { status: 'error', errors: [{ reason: 'access_denied', message: 'Access denied' }] };
    await failureOf(
      ask(`/*O_o*/\ngoogle.visualization.Query.setResponse(${JSON.stringify(refusal)});`),
      'not-public',
    );
  });

  it('[REL-02] that Google cannot give is told in its words', async () => {
    const refusal = {
      status: 'error',
      errors: [{ reason: 'invalid_query', detailed_message: 'Invalid query: NO_COLUMN: Z' }],
    };
    const { details } = await failureOf(
      ask(`google.visualization.Query.setResponse(${JSON.stringify(refusal)});`),
      'server-error',
    );
    expect(details.serverMessage).to.equal('Invalid query: NO_COLUMN: Z');
    await failureOf(ask('<html><title>Página no encontrada</title>'), 'not-data');
    await failureOf(ask(''), 'empty-reply');
  });
});
