import { expect } from 'chai';
import { checkPlaces } from '../../src/cli/check/check-places.js';
import type { Manifest } from '../../src/observatory/manifest.js';
import { readPlaces } from '../../src/observatory/places.js';
import { fromRows } from '../../src/table/rows.js';

const RESOURCE = { name: 'encuesta', path: 'encuesta.csv' };
const told = { resource: 'lugares', code: 'codigo', name: 'nombre', parent: 'padre', level: 'nivel' };
const LIST = [
  ['00', 'Costa Alta', '', 'pais'],
  ['01', 'Ámbar', '00', 'provincia'],
  ['02', 'Río Ñandú', '00', 'provincia'],
];

type PlacesOf = NonNullable<NonNullable<Manifest['indicators']>[number]['places']>;

/** The words of a column that are told to be no places. */
async function unknownIn(
  column: string,
  words: readonly string[],
  places: PlacesOf,
): Promise<(string | undefined)[]> {
  const indicator = {
    ...{ name: 'i', title: 'I', definition: 'd', unit: 'u', direction: 'lower' as const },
    ...{ resource: 'encuesta', numerator: 'sum(casos)', places },
  };
  const manifest = {
    title: 'O',
    contributors: [],
    places: told,
    resources: [RESOURCE],
    indicators: [indicator],
  };
  const table = await fromRows(
    [column, 'casos'],
    words.map((word) => [word, '3']),
  );
  const list = readPlaces(await fromRows(['codigo', 'nombre', 'padre', 'nivel'], LIST), told);
  return checkPlaces(table, manifest, RESOURCE, list).findings.map(({ value }) => value);
}

describe('the places of data', () => {
  it('may be of several levels in one column', async () => {
    const both: PlacesOf = {
      pais: { column: 'cod', by: 'code' },
      provincia: { column: 'cod', by: 'code' },
    };
    expect(await unknownIn('cod', ['00', '01', '02'], both)).to.deep.equal([]);
    expect(await unknownIn('cod', ['00', '01', '09'], both)).to.deep.equal(['09']);
  });

  it('are no places where a row says that it is their total', async () => {
    const names: PlacesOf = { provincia: 'provincia' };
    expect(await unknownIn('provincia', ['Ámbar', 'Río Ñandú', 'TOTAL'], names)).to.deep.equal([]);
    expect(await unknownIn('provincia', ['Ámbar', 'Nandú', 'TOTAL'], names)).to.deep.equal(['Nandú']);
  });
});
