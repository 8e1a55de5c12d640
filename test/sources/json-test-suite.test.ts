import '../support/as-module.js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { DataError } from '../../src/errors.js';
import { source } from '../../src/sources/json.js';
import { readBytes } from '../support/read-text.js';
import { describeWith, HOSTILE } from '../support/real-files.js';

const SUITE = `${HOSTILE}json-test-suite/`;

/** `table`, or the code of the DataError; anything else is thrown. */
async function outcome(path: string): Promise<string> {
  try {
    await readBytes(source, readFileSync(path), 'application/json');
    return 'table';
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  }
}

const filesOf = (folder: string): string[] =>
  existsSync(SUITE + folder) ? readdirSync(SUITE + folder).filter((name) => name.endsWith('.json')) : [];

/** Nothing is wrong with it once its NUL is taken out. */
const MENDED = 'n_structure_null-byte-outside-string.json';

describeWith(SUITE, 'the JSON test suite', () => {
  it('is whole', () => {
    expect(filesOf('test_parsing')).to.have.length(318);
    expect(filesOf('test_transform')).to.have.length(22);
  });

  for (const name of filesOf('test_parsing')) {
    const path = `${SUITE}test_parsing/${name}`;
    if (name.startsWith('y_')) {
      it(`${name}: is read, and holds rows or none`, async () => {
        expect(await outcome(path)).to.be.oneOf(['table', 'not-data']);
      });
    } else if (name === MENDED) {
      it(`${name}: is read without its NUL`, async () => {
        expect(await outcome(path)).to.equal('table');
      });
    } else if (name.startsWith('n_')) {
      it(`${name}: is refused`, async () => {
        expect(await outcome(path)).to.be.oneOf(['malformed', 'too-big', 'empty-reply', 'not-data']);
      });
    } else {
      it(`${name}: is read or refused`, async () => {
        expect(await outcome(path)).to.be.oneOf(['table', 'malformed', 'too-big', 'not-data']);
      });
    }
  }

  for (const name of filesOf('test_transform')) {
    it(`${name}: is read, and holds rows or none`, async () => {
      expect(await outcome(`${SUITE}test_transform/${name}`)).to.be.oneOf(['table', 'not-data']);
    });
  }
});
