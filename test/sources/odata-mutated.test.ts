import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { DataError } from '../../src/errors.js';
import { source } from '../../src/sources/odata.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { readText } from '../support/read-text.js';

const SET = 'https://datos.example/odata/Denuncias?$apply=aggregate($count as obs_rows)';
/** Made after the standard's examples: no service's own reply lies beside the project. */
const REPLIES = [
  {
    '@odata.context': 'x$metadata#D',
    '@odata.count': 2,
    '@odata.nextLink': 'D?$skiptoken=2',
    value: [
      { N: 5, F: '2024-05-01T00:00:00Z', 'N@odata.type': '#Int32' },
      { N: null, F: null, C: '010101' },
    ],
  },
  { '@odata.context': 'x$metadata', value: [{ name: 'D', kind: 'EntitySet', url: 'D' }] },
  {
    d: {
      results: [{ __metadata: {}, N: '5', F: '/Date(1714521600000)/', L: { __deferred: {} } }],
      __count: '1',
      __next: 'D',
    },
  },
  { error: { code: '', message: { value: 'no' } } },
].map((reply) => JSON.stringify(reply));

describe('replies of OData that something has broken', () => {
  async function check(replies: fc.Arbitrary<string>): Promise<void> {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(replies, async (text) => {
        try {
          await readText(source, text, SET);
          ends.add('table');
        } catch (error) {
          if (!(error instanceof DataError) || error.code === 'internal') throw error;
          ends.add(error.code);
        }
      }),
      { numRuns: 2500 },
    );
    expect(ends).to.include('table').and.include('server-error');
  }

  it('end in a table or a DataError: their values', () => check(mutatedJson(REPLIES))).timeout(120_000);
  it('end in a table or a DataError: their letters', () => check(mutatedText(REPLIES))).timeout(120_000);
});
