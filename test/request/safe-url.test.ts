import { expect } from 'chai';
import fc from 'fast-check';
import { DataError } from '../../src/errors.js';
import { dataUrl, safeUrl } from '../../src/request/safe-url.js';

const SECURE_PAGE = 'https://observatorio.gob.pe/delitos/';
const PLAIN_PAGE = 'http://localhost:8000/';

/** [as written, what becomes of it on a page served over https] */
const ADDRESSES: readonly (readonly [string, string | undefined])[] = [
  ['javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)', undefined],
  ['\tjavascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['java\\nscript:alert(1)', 'https://observatorio.gob.pe/delitos/java/nscript:alert(1)'],
  ['data:text/html,<script>alert(1)</script>', undefined],
  ['vbscript:x', undefined],
  ['file:///etc/passwd', undefined],
  ['//evil.example/x', 'https://evil.example/x'],
  ['https://ok.gob.pe/x', 'https://ok.gob.pe/x'],
  ['http://user:pass@evil.example/', undefined],
  ['blob:https://x', undefined],
  ['https://ok.gob.pe\\@evil.example', 'https://ok.gob.pe/@evil.example'],
  ['https://user@ok.gob.pe/', undefined],
  ['https://:secreto@ok.gob.pe/', undefined],
  ['http://ok.gob.pe/x', undefined],
  ['ftp://ok.gob.pe/x', undefined],
  ['https://ok.gob.pe/\u0000x', undefined],
  ['https://ok.gob.pe/\u202efdp.x', undefined],
  ['https://ok\u200b.gob.pe/', undefined],
  ['\u0000https://ok.gob.pe/', undefined],
  ['https://', undefined],
  ['', undefined],
  ['   ', undefined],
  [' datos.csv ', 'https://observatorio.gob.pe/delitos/datos.csv'],
  ['/Año 2024.csv', 'https://observatorio.gob.pe/A%C3%B1o%202024.csv'],
];

const FORBIDDEN = /^(javascript|vbscript|data|file|blob)/;
// eslint-disable-next-line no-control-regex -- what a browser takes out before it looks at the scheme
const IGNORED_BY_BROWSERS = /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\ufeff]/g;

/** Schemes in any case, with anything strewn in between, before anything. */
const disguised = fc
  .tuple(
    fc.constantFrom('javascript:', 'vbscript:', 'data:', 'file:', 'blob:', 'https:', 'http:', '//', ''),
    fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('\t', '\n', '\r', ' ', '\u0000', '\u00a0', '\u200b', '\ufeff', '\\'),
      ),
    ),
    fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.constant('alert(1)')),
  )
  .map(([scheme, capitals, strewn, rest]) => {
    const letters = [...scheme].map((letter, index) => (capitals[index] ? letter.toUpperCase() : letter));
    for (const [place, extra] of strewn) letters.splice(place % (letters.length + 1), 0, extra);
    return letters.join('') + rest;
  });

const base = fc.constantFrom(
  undefined,
  SECURE_PAGE,
  PLAIN_PAGE,
  'file:///C:/pagina.html',
  'about:srcdoc',
  'data:text/html,x',
  'blob:https://ok.gob.pe/1',
  'javascript:0',
  'no es una dirección',
);

describe('the gate for addresses', () => {
  for (const [written, address] of ADDRESSES) {
    it(`[SEC-06] ${address === undefined ? 'refuses' : 'lets through'} ${JSON.stringify(written)}`, () => {
      expect(safeUrl(written, SECURE_PAGE)?.href).to.equal(address);
    });
  }

  it('[SEC-06] lets plain http through only where the page itself is not https', () => {
    expect(safeUrl('http://127.0.0.1/datos.csv', PLAIN_PAGE)?.href).to.equal('http://127.0.0.1/datos.csv');
    expect(safeUrl('http://127.0.0.1/datos.csv')?.href).to.equal('http://127.0.0.1/datos.csv');
    expect(safeUrl('datos.csv', 'http://ok.gob.pe/a/b')?.href).to.equal('http://ok.gob.pe/a/datos.csv');
    expect(safeUrl('datos.csv')).to.equal(undefined);
  });

  it('[SEC-06] never gives anything but https or http, without credentials, whatever goes in', () => {
    const anything = fc.oneof(
      disguised,
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true }),
    );
    let passed = 0;
    fc.assert(
      fc.property(anything, base, (text, page) => {
        const url = safeUrl(text, page);
        if (!url) return;
        passed++;
        expect(url.href.replace(IGNORED_BY_BROWSERS, '').toLowerCase()).to.not.match(FORBIDDEN);
        expect(url.protocol).to.be.oneOf(page === SECURE_PAGE ? ['https:'] : ['https:', 'http:']);
        expect(url.username + url.password).to.equal('');
        expect(safeUrl(url.href, page)?.href).to.equal(url.href);
      }),
      { numRuns: 10_000 },
    );
    expect(passed, 'addresses that were let through').to.be.greaterThan(500);
  });

  it('[SEC-06] never lets credentials through, whoever they belong to', () => {
    const credentials = fc.webUrl().map((url) => url.replace('//', '//u:p@'));
    fc.assert(
      fc.property(credentials, base, (text, page) => {
        expect(safeUrl(text, page)).to.equal(undefined);
      }),
    );
  });

  it('[SEC-06] never lets a control character through, wherever it stands', () => {
    const control = fc.constantFrom(
      '\u0000',
      '\n',
      '\t',
      '\r',
      '\u007f',
      '\u0085',
      '\u200f',
      '\u202e',
      '\u2066',
    );
    fc.assert(
      fc.property(fc.webUrl(), control, fc.nat(), (url, sign, place) => {
        const at = 1 + (place % (url.length - 1));
        expect(safeUrl(url.slice(0, at) + sign + url.slice(at), SECURE_PAGE)).to.equal(undefined);
      }),
    );
  });
});

describe('the address of data', () => {
  const refusal = (text: string, page?: string): DataError => {
    try {
      dataUrl(text, page);
    } catch (error) {
      if (error instanceof DataError) return error;
      throw error;
    }
    return expect.fail('was let through');
  };

  it('[REL-02] tells mixed content apart from an address that is wrong', () => {
    expect(refusal('http://ok.gob.pe/d.csv', SECURE_PAGE).code).to.equal('mixed-content');
    expect(refusal(' HTTP://ok.gob.pe/d.csv', SECURE_PAGE).code).to.equal('mixed-content');
    expect(refusal('javascript:alert(1)', SECURE_PAGE).code).to.equal('bad-address');
    expect(refusal('datos.csv').code).to.equal('bad-address');
  });

  it('[REL-02] says which attribute was wrong and what would have been right', () => {
    const { details } = refusal(`x:${'y'.repeat(500)}`, SECURE_PAGE);
    expect(details).to.include({ attribute: 'src' });
    expect(details.expected).to.deep.equal(['https://…']);
    expect(details.value).to.have.length(200);
  });

  it('is absolute, from the page', () => {
    expect(dataUrl('../d.csv?a=1#b', SECURE_PAGE).href).to.equal('https://observatorio.gob.pe/d.csv?a=1#b');
  });
});
