import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { decode } from '../../src/request/decode.js';
import { otherEncoding } from '../../src/request/other-encoding.js';

const SPANISH = 'Ñaña, año, Áncash, Cañete, ¿cuántos? 5 °C «sí» €';
const MEGABYTE = 1 << 20;
const BOM = '\ufeff';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const utf16be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
/** Letters that ISO-8859-1 and windows-1252 write alike. */
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const LATIN_SPANISH = SPANISH.replace('€', '').trim();

const text = async (bytes: Uint8Array, type = ''): Promise<string> => (await decode(bytes, type)).text;

describe('bytes as text', () => {
  it('[REL-12] reads UTF-8 with and without a byte order mark', async () => {
    expect(await decode(utf8(SPANISH), '')).to.deep.equal({
      text: SPANISH,
      assumedLatin: false,
      hadNul: false,
    });
    expect(await text(utf8(BOM + SPANISH))).to.equal(SPANISH);
    expect(await text(utf8(''))).to.equal('');
  });

  it('[REL-12] reads UTF-16 of both orders by its byte order mark', async () => {
    for (const encode of [utf16le, utf16be]) {
      const read = await decode(encode(BOM + SPANISH), 'text/csv; charset=utf-8');
      expect(read).to.deep.equal({ text: SPANISH, assumedLatin: false, hadNul: false });
    }
  });

  it('[REL-12] reads windows-1252 where the header says so', async () => {
    for (const type of [
      'text/csv; charset=windows-1252',
      'text/csv;charset=ISO-8859-1',
      'text/csv; charset="iso-8859-1"; header=present',
      'TEXT/CSV; CHARSET=Latin1',
    ]) {
      const read = await decode(latin1(LATIN_SPANISH), type);
      expect(read, type).to.deep.equal({ text: LATIN_SPANISH, assumedLatin: false, hadNul: false });
    }
    expect(await text(Uint8Array.of(0xd1, 0x80, 0x92), 'text/csv; charset=windows-1252')).to.equal('Ñ€’');
  });

  it('[REL-12] reads windows-1252 where nothing says so, and tells', async () => {
    for (const type of ['', 'text/csv', 'text/csv; charset=', 'text/csv; charset=inventado']) {
      const read = await decode(latin1(LATIN_SPANISH), type);
      expect(read, type).to.deep.equal({ text: LATIN_SPANISH, assumedLatin: true, hadNul: false });
    }
  });

  it('[REL-12] believes the bytes more than a header that lies', async () => {
    expect(await decode(latin1(LATIN_SPANISH), 'text/csv; charset=utf-8')).to.include({
      text: LATIN_SPANISH,
      assumedLatin: true,
    });
    expect(await decode(utf8(SPANISH), 'text/csv; charset=iso-8859-1')).to.include({
      text: SPANISH,
      assumedLatin: false,
    });
    expect(await text(utf16le(BOM + SPANISH), 'text/csv; charset=iso-8859-1')).to.equal(SPANISH);
  });

  it('[REL-12] reads other encodings that the header names', async () => {
    expect(await text(Uint8Array.of(0xd0, 0xa1, 0xff), 'text/csv; charset=windows-1251')).to.equal('РЎя');
    expect(await text(utf16le(SPANISH), 'text/csv; charset=utf-16le')).to.equal(SPANISH);
  });

  it('[REL-12] takes NUL characters out, and tells', async () => {
    expect(await decode(utf8('a,b\n1\0,2\0\n'), '')).to.deep.equal({
      text: 'a,b\n1,2\n',
      assumedLatin: false,
      hadNul: true,
    });
    expect(await decode(latin1('Ñ\0\0a'), '')).to.include({ text: 'Ña', hadNul: true });
  });

  it('[REL-12] never writes U+FFFD for a letter, whatever the letters and the encoding', async () => {
    const spanish = fc.string({ unit: fc.constantFrom(...'Ñáéíóúüñ°¿¡«»ÁÉÍÓÚ aA0,;\n"') });
    const encode = fc.constantFrom(
      utf8,
      latin1,
      (each: string) => utf8(BOM + each),
      (each: string) => utf16le(BOM + each),
      (each: string) => utf16be(BOM + each),
    );
    const type = fc.constantFrom('', 'text/csv', 'text/csv; charset=utf-8');
    await fc.assert(
      fc.asyncProperty(spanish, encode, type, async (letters, write, header) => {
        // One letter at least that cannot be UTF-8 by chance: `Ã±` in Latin is the bytes of `ñ`.
        const wanted = `ñ ${letters} Ñ`;
        expect(await text(write(wanted), header)).to.equal(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it('[REL-12] gives every Unicode text back as it was written in UTF-8', async () => {
    const anything = fc.string({ unit: 'binary' }).filter((each) => !/[\0\ufeff]/.test(each));
    await fc.assert(
      fc.asyncProperty(
        anything,
        fc.constantFrom('', 'text/csv; charset=windows-1252'),
        async (wanted, header) => {
          expect(await text(utf8(wanted), header)).to.equal(wanted);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('[REL-12] reads any bytes at all, and loses none of those that are no UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ min: 1, maxLength: 50 }), async (bytes) => {
        const whole = Uint8Array.of(0x41, 0xf1, ...bytes, 0xff);
        const read = await text(whole);
        expect(read).to.not.include('\ufffd');
        expect(read).to.have.length(whole.filter((byte) => byte !== 0).length);
      }),
    );
  });

  describe('longer than one slice', () => {
    for (const [name, letter] of [
      ['two', 'ñ'],
      ['three', '€'],
      ['four', '𝄞'],
    ] as const) {
      it(`[REL-12] keeps a letter of ${name} bytes that lies across the boundary`, async () => {
        const length = utf8(letter).length;
        for (let before = 1; before < length; before++) {
          const wanted = 'a'.repeat(MEGABYTE - before) + letter + 'ndú';
          const read = await decode(utf8(wanted), '');
          expect(read.text === wanted && !read.assumedLatin, `${before} bytes before`).to.equal(true);
        }
      });
    }

    it('[REL-12] keeps a letter of UTF-16 that lies across the boundary', async () => {
      // The mark takes two bytes: a pair of surrogates is cut in the middle of the pair.
      const wanted = `${'a'.repeat(MEGABYTE / 2 - 2)}𝄞ñ`;
      expect((await text(utf16le(BOM + wanted))) === wanted).to.equal(true);
      expect((await text(utf16be(BOM + wanted))) === wanted).to.equal(true);
    });

    it('[REL-12] finds one byte that is no UTF-8 also in a later slice', async () => {
      const wanted = `${'a'.repeat(2 * MEGABYTE)}ñ`;
      expect(await decode(latin1(wanted), '')).to.include({ assumedLatin: true });
      expect((await text(latin1(wanted))) === wanted).to.equal(true);
    });
  });
});

describe('the encoding of what is not UTF-8', () => {
  it('[REL-12] is told by the byte order mark before the header, and by nothing else', () => {
    expect(otherEncoding(Uint8Array.of(0xff, 0xfe), 'charset=latin1')).to.equal('utf-16le');
    expect(otherEncoding(Uint8Array.of(0xfe, 0xff), '')).to.equal('utf-16be');
    expect(otherEncoding(Uint8Array.of(0xff), 'text/csv; charset=latin1')).to.equal('windows-1252');
    expect(otherEncoding(Uint8Array.of(0xff), 'text/csv; charset=utf-8')).to.equal(undefined);
    expect(otherEncoding(Uint8Array.of(0xff), 'text/csv; charset=nada')).to.equal(undefined);
    expect(otherEncoding(Uint8Array.of(), '')).to.equal(undefined);
  });
});
