import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import Papa from 'papaparse';
import { source } from '../../src/sources/csv.js';
import { names, readBytes, texts } from '../support/read-text.js';
import { describeWith, HOSTILE } from '../support/real-files.js';

const FILES = [
  'comma_in_quotes', 'empty', 'empty_crlf', 'escaped_quotes', 'json', 'newlines', 'newlines_crlf',
  'quotes_and_newlines', 'simple', 'simple_crlf', 'utf8',
]; // prettier-ignore

const FOLDER = `${HOSTILE}csv-spectrum/`;

/** The file as records with a name for each cell, every cell as text. */
async function read(name: string): Promise<Record<string, string>[]> {
  const { table } = await readBytes(source, readFileSync(`${FOLDER}csvs/${name}.csv`));
  return Array.from({ length: table.length }, (_, row) =>
    Object.fromEntries(names(table).map((column) => [column, texts(table, column)[row] ?? ''])),
  );
}

describeWith(FOLDER, 'the files of csv-spectrum', () => {
  for (const name of FILES) {
    it(`${name}: reads it as its JSON has it`, async () => {
      const expected = JSON.parse(readFileSync(`${FOLDER}json/${name}.json`, 'utf8')) as unknown;
      expect(await read(name)).to.deep.equal([expected].flat());
    });
  }

  it('location_coordinates: reads it as PapaParse does, since its JSON has another number than its CSV', async () => {
    const text = readFileSync(`${FOLDER}csvs/location_coordinates.csv`, 'utf8');
    expect(await read('location_coordinates')).to.deep.equal(
      Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data,
    );
  });
});
