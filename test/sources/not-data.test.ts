import { expect } from 'chai';
import { DataError } from '../../src/errors.js';
import { refuseBinary } from '../../src/sources/binary.js';
import { refusePages } from '../../src/sources/not-data.js';

/** The code with which it is refused, or `taken`. */
function outcome(refuse: () => void): string {
  try {
    refuse();
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  }
  return 'taken';
}

const ofBytes = (...bytes: number[]): string => outcome(() => refuseBinary(Uint8Array.from(bytes), 'h'));
const ofText = (text: string): string => outcome(() => refusePages(text, 'h'));

describe('what is no data although the server says 200', () => {
  it('[REL-02] is a file that is no text, whatever its name says', () => {
    expect(ofBytes(0x50, 0x4b, 3, 4, 20, 0), 'zip, xlsx, ods').to.equal('not-data');
    expect(ofBytes(0x1f, 0x8b, 8), 'gzip').to.equal('not-data');
    expect(ofBytes(0x25, 0x50, 0x44, 0x46, 0x2d), 'PDF').to.equal('not-data');
    expect(ofBytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old Excel').to.equal('old-workbook');
  });

  it('is no text that only begins with some of the same letters', () => {
    expect(ofBytes(...new TextEncoder().encode('PK,nombre\n'))).to.equal('taken');
    expect(ofBytes(...new TextEncoder().encode('%,n\n'))).to.equal('taken');
    expect(ofBytes(0xd0, 0xa1), 'Cyrillic').to.equal('taken');
    expect(ofBytes()).to.equal('taken');
  });

  it('[REL-02] is a page, a form, a warning, or markup of any kind', () => {
    for (const text of [
      '<!DOCTYPE html><html>',
      '\n\n  <html lang="es">',
      '<form action="/login">',
      '<br />\n<b>Warning</b>: mysqli_connect()\na,b\n1,2\n',
      '<?xml version="1.0"?><error/>',
      '<rdf:RDF>',
      '<HTML>',
    ]) {
      expect(ofText(text), text).to.equal('not-data');
    }
  });

  it('[REL-02] is nothing at all, which is told apart', () => {
    for (const text of ['', ' ', '\r\n\t\n ', '\ufeff']) expect(ofText(text)).to.equal('empty-reply');
  });

  it('is no data that only begin with a sign of less', () => {
    for (const text of ['<5,6\n', '< 18 años;casos\n1;2', '<3\n', '<', 'a,<b>\n', '"<b>",x\n']) {
      expect(ofText(text), text).to.equal('taken');
    }
  });

  it('says what would have been right', () => {
    try {
      refusePages('<html>', 'datos.example');
      expect.fail('was taken');
    } catch (error) {
      expect((error as DataError).details).to.deep.equal({
        host: 'datos.example',
        expected: ['CSV', 'JSON'],
      });
    }
  });
});
