import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SOURCES, type ProtocolName } from '../../src/sources/protocols.js';
import type { SourceOptions, TextReply } from '../../src/sources/source.js';
import { makeWorkbook, makeZip, workbookFiles } from '../support/make-workbook.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectOutcomes, readWhole } from '../support/mutated-outcomes.js';
import { describeWith, REAL } from '../support/real-files.js';

const URL_OF_REPLY = 'https://datos.example/x/datos.json';

async function check(
  protocol: ProtocolName,
  replies: fc.Arbitrary<Omit<TextReply, 'url'>>,
  options: SourceOptions = {},
): Promise<void> {
  const { source } = await SOURCES[protocol]();
  await expectOutcomes(replies, (reply) =>
    readWhole(source, { url: URL_OF_REPLY, maxBytes: 4_000_000, ...reply }, undefined, options),
  );
}

const asText = (texts: fc.Arbitrary<string>): fc.Arbitrary<{ text: string }> =>
  texts.map((text) => ({ text }));

const FIELDS = [
  { name: 'zona', type: 'string', title: { es: 'Zona' }, categories: [{ value: 'A', label: 'Ate' }] },
  { name: 'fecha', type: 'date', format: '%d/%m/%Y' },
  { name: 'casos', type: 'integer', groupChar: '.', bareNumber: false, missingValues: ['-', { value: 'x', label: 'reserva' }] },
]; // prettier-ignore
const PACKAGES = [
  {
    data: [
      ['zona', 'fecha', 'casos'],
      ['A', '05/12/2024', '1.234'],
      ['B', '', 'x'],
    ],
  },
  {
    data: [
      { zona: 'A', fecha: '05/12/2024', casos: 7 },
      { zona: 'B', casos: '-' },
    ],
  },
  {
    data: 'zona;fecha;casos\nA;05/12/2024;1.234\n',
    dialect: { delimiter: ';', headerRows: [1], commentChar: '#' },
  },
  {
    path: ['a.csv', 'b.csv'],
    encoding: 'latin1',
    dialect: { header: false, quoteChar: "'", commentRows: [1, 2] },
  },
].map((resource) =>
  JSON.stringify({
    name: 'denuncias',
    licenses: [{ name: 'ODC-By' }],
    contributors: [{ title: 'PNP', roles: ['publisher'] }],
    resources: [{ name: 'a', ...resource, schema: { fields: FIELDS, missingValues: ['', 'S/D'] } }],
  }),
);

const FEATURES = JSON.stringify({
  type: 'FeatureCollection',
  numberMatched: 2,
  links: [{ rel: 'next', href: '?page=2' }],
  features: [
    {
      type: 'Feature',
      id: 1,
      properties: { a: '01', b: { c: 2 } },
      geometry: { type: 'Point', coordinates: [0, 0] },
    },
    { type: 'Feature', properties: null, geometry: null },
  ],
});
const TOPOLOGY = JSON.stringify({
  type: 'Topology',
  objects: {
    d: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'x', properties: { a: 1 } }, {}] },
  },
});
const SHEET = '"Año","casos","tasa"\n"2023","1,234","2.5"\n"2024","S/D","3"\n';

/** A file with some of its bytes changed, doubled or gone. */
function mutatedBytes(files: readonly Uint8Array[]): fc.Arbitrary<Omit<TextReply, 'url'>> {
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255), gone: fc.oneof(fc.constant(0), fc.nat(40)) });
  return fc
    .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([file, changes]) => {
      const bytes = [...file];
      for (const { at, byte, gone } of changes)
        bytes.splice(at % (bytes.length + 1), gone === 0 ? 1 : gone, byte);
      return { text: '', bytes: Uint8Array.from(bytes) };
    });
}

describe('a file or its description, changed at random, ends in a table or a DataError:', () => {
  it('a Data Package, its values', () => check('datapackage', asText(mutatedJson(PACKAGES))));
  it('a Data Package, its letters', () => check('datapackage', asText(mutatedText(PACKAGES))));
  it('GeoJSON, its values', () => check('geojson', asText(mutatedJson([FEATURES]))));
  it('GeoJSON, its letters', () => check('geojson', asText(mutatedText([FEATURES]))));
  it('TopoJSON, its values', () => check('topojson', asText(mutatedJson([TOPOLOGY]))));
  it('a sheet of Google', () => check('google-sheets', asText(mutatedText([SHEET]))));

  it('a file that is read as it is declared', async () => {
    const text = "# nada\nTítulo\nzona;'casos, x';\n;a;b\n'Ate; \\' Vitarte';1.234;2\n'x''y';-;S/D\n";
    const source = { delimiter: ';', quoteChar: "'", headerRows: '3 4', commentChar: '#' };
    const values = { groupChar: '.', decimalChar: ',', missingValues: 'S/D; - = notApplicable' };
    await check('csv', asText(mutatedText([text])), { ...source, ...values, dialect: { escapeChar: '\\' } });
  });

  it('the bytes of a workbook', () => {
    const rows = [['Título'], ['zona', 'casos'], ['Ate', 5], ['Lima', { style: 2, value: '0.5' }]];
    return check(
      'xlsx',
      mutatedBytes([makeWorkbook({ A: rows }), makeWorkbook({ A: rows, B: rows }, { method: 0 })]),
    );
  }).timeout(120_000);

  it('the letters of the parts of a workbook', () => {
    const files = workbookFiles({
      A: [
        ['zona', 'casos'],
        ['Ate', 5],
        ['Lima', { style: 3, value: '0.5' }],
      ],
    });
    const part = fc
      .constantFrom(...Object.keys(files))
      .chain((name) => mutatedText([files[name] ?? '']).map((text) => ({ [name]: text })));
    return check(
      'xlsx',
      part.map((changed) => ({ text: '', bytes: makeZip({ ...files, ...changed }, { method: 0 }) })),
    );
  }).timeout(120_000);
});

describeWith(`${REAL}csvw`, "the W3C's documents, changed at random, end in a table or a DataError:", () => {
  const documents = (): string[] =>
    ['countries.json', 'test032-metadata.json', 'test034-metadata.json'].map((name) =>
      readFileSync(`${REAL}csvw/${name}`, 'utf8'),
    );

  it('their values', () => check('csvw', asText(mutatedJson(documents()))));
  it('their letters', () => check('csvw', asText(mutatedText(documents()))));
});
