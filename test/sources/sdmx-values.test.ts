import '../support/as-module.js';
import { expect } from 'chai';
import { DataError } from '../../src/errors.js';
import { source } from '../../src/sources/sdmx.js';
import { columnNamed } from '../support/make-table.js';
import { codes, names, texts } from '../support/read-text.js';
import {
  PLACE,
  TIME,
  URL_OF_DATA,
  listed,
  message,
  observed,
  read,
  series,
} from '../support/sdmx-message.js';

describe('what the values of SDMX-JSON come with', () => {
  const STATUSES = {
    observation: [
      { id: 'OBS_STATUS', values: listed('A', 'P', 'B', 'E', 'I', 'F', 'N', 'H', 'Q', 'S', 'U', 'M') },
      { id: 'CONF_STATUS', values: listed('F', 'C', 'N') },
    ],
  };
  const withStatus = (...cells: unknown[]) =>
    read(message({ attributes: STATUSES, dataSets: series({ '0': cells }) })).then(({ table }) => ({
      told: observed(table),
      notices: codes(table),
      shown: names(table),
    }));

  it('reads the statuses of observations and of confidentiality together', async () => {
    expect((await withStatus(5, 0, 0)).told).to.deep.equal(['5']);
    expect((await withStatus(5, 1, 0)).told).to.deep.equal(['5 provisional']);
    expect((await withStatus(5, 2, null)).told).to.deep.equal(['5 break']);
    expect((await withStatus(5, 3)).told).to.deep.equal(['5 estimated']);
    expect((await withStatus(5, 4)).told).to.deep.equal(['5 estimated']);
    expect((await withStatus(5, 5)).told).to.deep.equal(['5 forecast']);
    expect((await withStatus(5, 6, 0)).told).to.deep.equal(['5 unreliable']);
    expect((await withStatus(null, 7)).told).to.deep.equal(['missing']);
    expect((await withStatus(null, 8)).told).to.deep.equal(['suppressed']);
    expect((await withStatus(5, 10)).told).to.deep.equal(['5 unreliable']);
    expect((await withStatus(null, 11)).told).to.deep.equal(['missing']);
    // The same letter is not significant in one list and not for publication in the other.
    expect((await withStatus(5, 1, 2)).told).to.deep.equal(['suppressed provisional']);
    expect((await withStatus(null, null, 1)).told).to.deep.equal(['suppressed']);
    expect((await withStatus(5, 0, 0)).shown).to.deep.equal(['REF_AREA', 'TIME_PERIOD', 'OBS_VALUE']);
  });

  it('tells a status that has no name here, and shows the value without it', async () => {
    const { told, notices } = await withStatus(5, 9, 0);
    expect(told).to.deep.equal(['5']);
    expect(notices).to.deep.equal(['unknown-status']);
  });

  it('makes the only unit the unit of the values, with the power of ten that they are written in', async () => {
    const attributes = {
      dataSet: [
        {
          id: 'UNIT_MEASURE',
          values: [{ id: 'PS', name: 'Persons', names: { en: 'Persons', es: 'Personas' } }],
        },
        { id: 'UNIT_MULT', values: [{ id: '3', name: 'Miles' }] },
      ],
    };
    const { table } = await read(
      message({
        attributes,
        dataSets: [{ attributes: [0, 0], series: { '0': { observations: { '0': [5] } } } }],
      }),
    );
    expect(columnNamed(table, 'OBS_VALUE', 'number').unit).to.equal('Personas (Miles)');
    expect(names(table)).to.not.include('UNIT_MEASURE');
  });

  it('keeps units that differ as a column, and gives the values none', async () => {
    const attributes = { series: [{ id: 'UNIT_MEASURE', values: listed('PS', 'PC') }] };
    const { table } = await read(
      message({
        attributes,
        dataSets: [
          {
            series: {
              '0': { attributes: [0], observations: { '0': [5] } },
              '1': { attributes: [1], observations: { '0': [7] } },
            },
          },
        ],
      }),
    );
    expect(columnNamed(table, 'OBS_VALUE', 'number').unit).to.equal(undefined);
    expect(texts(table, 'UNIT_MEASURE')).to.deep.equal(['PS', 'PC']);
    expect(texts(table, 'REF_AREA')).to.deep.equal(['PE', 'CO']);
  });

  it('shows the attributes of the data set, of groups, of series and of observations', async () => {
    const attributes = {
      dataSet: [{ id: 'TITLE', values: [] }],
      dimensionGroup: [{ id: 'GROUP_NOTE', values: [{ value: 'uno' }, { value: 'dos' }] }],
      series: [{ id: 'COLLECTION', values: listed('S'), default: 'T' }],
      observation: [{ id: 'NOTE', format: { isMultiLingual: true } }],
    };
    const { table } = await read(
      message({
        attributes,
        dataSets: [
          {
            attributes: [['a', 'b']],
            dimensionGroupAttributes: { '0:': [0], '1:': [1] },
            series: {
              '0': { attributes: [0], observations: { '0': [5, { en: 'note', es: 'nota' }] } },
              '1': { attributes: [null], observations: { '1': [7] } },
            },
          },
        ],
      }),
    );
    expect(texts(table, 'TITLE')).to.deep.equal(['a; b', 'a; b']);
    expect(texts(table, 'GROUP_NOTE')).to.deep.equal(['uno', 'dos']);
    expect(texts(table, 'COLLECTION')).to.deep.equal(['S', 'T']);
    expect(texts(table, 'NOTE')).to.deep.equal(['nota', '']);
  });

  it('leaves out, and tells, what is said of a part of a key', async () => {
    const { table } = await read(
      message({
        dimensions: { observation: [PLACE, TIME] },
        dataSets: [{ observations: { '0:1': [3], ':1': [null] } }],
      }),
    );
    expect([texts(table, 'OBS_VALUE'), codes(table)]).to.deep.equal([['3'], ['lines-left-out']]);
  });
});

describe('a refusal of an SDMX service', () => {
  const explained = (status: number, serverMessage?: string) =>
    source.explain?.(
      new DataError('http', { status, ...(serverMessage !== undefined && { serverMessage }) }),
      new URL(URL_OF_DATA),
    );

  it('[REL-02] is nothing where the service says in its words that nothing matches', () => {
    expect(explained(404, 'No results found')).to.equal('nothing');
    expect(explained(404, 'NoRecordsFound')).to.equal('nothing');
    expect(explained(404, '{"errors":[{"code":404,"title":"No data for the query"}]}')).to.equal('nothing');
  });

  it('[REL-02] stays a failure where the flow or the page is not there', () => {
    for (const words of [
      'Could not find Dataflow and/or DSD related with this data request',
      'Not Found',
      undefined,
    ])
      expect(explained(404, words), words).to.equal(undefined);
    expect(explained(406, 'Not acceptable')).to.equal(undefined);
  });

  it('[REL-02] is a reply that is too big where the service finds it so', () => {
    const failure = explained(413, 'Response too large');
    expect(failure).to.be.instanceOf(DataError);
    expect((failure as DataError).code).to.equal('too-big');
  });
});
