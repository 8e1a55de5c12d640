import { expect } from 'chai';
import { DataError, type ErrorCode, type ErrorDetails } from '../../src/errors.js';
import { describeError, describeNotice } from '../../src/text/describe-problem.js';
import { en } from '../../src/text/en.js';
import { owner } from '../../src/text/es/owner.js';

const said = (code: ErrorCode, details: ErrorDetails = {}): string =>
  describeError(owner, new DataError(code, details));

describe('a failure, for the page’s owner', () => {
  it('[REL-02] names the attribute, the value, the nearest real column and all of them', () => {
    expect(
      said('missing-column', {
        attribute: 'value',
        value: 'cantidda',
        expected: ['anio', 'cantidad', 'mes'],
      }),
    ).to.equal(
      'value="cantidda": No existe esa columna. ¿Quiso decir «cantidad»? Se esperaba: anio, cantidad, mes.',
    );
  });

  it('guesses no neighbour where none is near', () => {
    expect(said('missing-column', { attribute: 'by', value: 'xyz', expected: ['departamento'] })).to.equal(
      'by="xyz": No existe esa columna. Se esperaba: departamento.',
    );
  });

  it('says where in an expression it went wrong, counted from one, and what would have been right', () => {
    expect(
      said('bad-expression', {
        attribute: 'where',
        value: 'a == 1',
        position: 3,
        expected: ["'texto'", '2024'],
      }),
    ).to.equal(`where="a == 1": La expresión no se puede leer. Posición 4. Se esperaba: 'texto', 2024.`);
  });

  it('takes no form of an expression for a misspelt name', () => {
    const text = said('bad-expression', { attribute: 'value', value: 'suma(n)', expected: ['sum(n)'] });
    expect(text).not.to.contain('Quiso decir');
  });

  it('names the host, the code of HTTP, the line, the limit and the seconds, as far as they are known', () => {
    expect(said('http', { host: 'datos.example', status: 503 })).to.equal(
      'datos.example · HTTP 503: El servidor respondió con un código de error.',
    );
    expect(said('malformed', { host: 'datos.example', line: 12 })).to.match(/^datos\.example · ↵ 12: /);
    expect(said('too-big', { limit: 5_000_000, what: 'bytes' })).to.match(
      /^> 5000000 bytes: La respuesta supera el límite/,
    );
    expect(said('timeout', { host: 'datos.example', seconds: 8 })).to.match(/^datos\.example · 8 s: /);
  });

  it('names the address without its parameters, and the attribute that sets the time that ran out', () => {
    const place = { host: 'datos.example', path: '/api/search' };
    expect(said('timeout', { ...place, seconds: 8, waitedFor: 'firstByte' })).to.match(
      /^datos\.example\/api\/search · first-byte-timeout: 8 s: /,
    );
    expect(said('timeout', { ...place, seconds: 5, waitedFor: 'stall' })).to.contain('stall-timeout: 5 s');
    expect(said('timeout', { ...place, seconds: 20, waitedFor: 'whole' })).to.contain(' timeout: 20 s');
  });

  it('tells a cut transfer from one that was not allowed, and a workbook from other files', () => {
    expect(said('network', { host: 'datos.example', isCut: true })).to.contain('se cortó');
    expect(said('not-data', { host: 'datos.example', value: 'PK\x03\x04' })).to.contain('es de Excel');
  });

  it('says that there is no address, and that no widget has the id', () => {
    expect(said('bad-address', { attribute: 'src', value: '', expected: ['https://…'] })).to.equal(
      'src="": Falta el atributo src, con la dirección de los datos. Se esperaba: https://….',
    );
    expect(said('bad-attribute', { attribute: 'for', value: 'tabal', expected: ['tabla'] })).to.equal(
      'for="tabal": Ningún cuadro de la página tiene ese id. ¿Quiso decir «tabla»? Se esperaba: tabla.',
    );
  });

  it('repeats what the server said, as a quotation', () => {
    expect(said('server-error', { serverMessage: '<b>Not found</b>' })).to.contain(
      'El servidor dijo: «<b>Not found</b>»',
    );
  });

  it('shows at most twelve choices of many', () => {
    const expected = Array.from({ length: 40 }, (_, index) => `columna_${index}`);
    const text = said('missing-column', { attribute: 'by', value: 'x', expected });
    expect(text).to.contain('columna_11, ….').and.not.to.contain('columna_12');
  });

  it('is a sentence where nothing more is known', () => {
    expect(said('internal')).to.equal(owner.error.internal);
    expect(said('offline')).to.equal('El navegador no tiene conexión.');
  });

  it('speaks the language of the page', () => {
    const error = new DataError('missing-column', { attribute: 'by', value: 'regon', expected: ['region'] });
    expect(describeError(en.owner, error)).to.equal(
      'by="regon": There is no such column. Did you mean “region”? Expected: region.',
    );
  });

  it('[SEC-10] takes a column called __proto__ for a name like any other', () => {
    expect(
      said('missing-column', { attribute: 'by', value: '__prot__', expected: ['__proto__'] }),
    ).to.contain('«__proto__»');
  });
});

describe('a notice, for the page’s owner', () => {
  it('names the column, the value, how many, where, and what was probably meant', () => {
    expect(
      describeNotice(owner, {
        code: 'unreadable-number',
        column: 'casos',
        value: 'muchos',
        count: 3,
        line: 7,
      }),
    ).to.equal('casos · «muchos» · × 3 · ↵ 7: Hay celdas que no son números: quedan sin dato.');
    expect(
      describeNotice(owner, {
        code: 'no-such-value',
        column: 'dep',
        value: 'La Libertad',
        nearest: 'LA LIBERTAD',
      }),
    ).to.equal('dep · «La Libertad»: Ninguna fila tiene ese valor. ¿Quiso decir «LA LIBERTAD»?');
    expect(describeNotice(owner, { code: 'partial', count: 1839, total: 1891 })).to.equal(
      '1839 / 1891: El portal no entregó todas las filas.',
    );
  });

  it('tells a column without a name from no column at all', () => {
    expect(describeNotice(owner, { code: 'column-renamed', column: 'columna_2', value: '' })).to.contain(
      'columna_2 · «»',
    );
    expect(describeNotice(owner, { code: 'nul-removed' })).to.equal('Se quitaron caracteres nulos.');
  });
});
