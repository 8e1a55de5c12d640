import { expect } from 'chai';
import fc from 'fast-check';
import { DataError } from '../../src/errors.js';
import { allowedHosts } from '../../src/request/allowed-hosts.js';
import { safeUrl } from '../../src/request/safe-url.js';
import { LISTS, PAGE, WRONG } from './written-hosts.js';

/** What a check fails with; `undefined` where it lets the address through. */
function refusal(
  lists: readonly string[],
  address: string,
  own: string | undefined = PAGE,
): DataError | undefined {
  const { check } = allowedHosts(lists, own);
  try {
    check(address);
    return undefined;
  } catch (reason) {
    if (reason instanceof DataError) return reason;
    throw reason;
  }
}

const isAllowed = (list: string, address: string): boolean => refusal([list], address) === undefined;

describe('the hosts that a page lets be asked', () => {
  for (const [list, allowed, refused] of LISTS) {
    it(`[SEC-07] are those of ${JSON.stringify(list)}, and no other`, () => {
      for (const address of allowed) expect(isAllowed(list, address), address).to.equal(true);
      for (const address of refused) expect(isAllowed(list, address), address).to.equal(false);
    });
  }

  for (const word of WRONG) {
    it(`[SEC-07] are no ${JSON.stringify(word)}, which the page’s owner is told`, () => {
      const failing = (): unknown => allowedHosts([`datos.gob.pe ${word}`], PAGE);
      expect(failing)
        .to.throw(DataError)
        .with.deep.property('details', {
          attribute: 'data-obs-hosts',
          value: word,
          expected: ['datos.example', '*.datos.example', 'localhost:8080'],
        });
      expect(failing).to.throw(DataError).with.property('code', 'bad-attribute');
    });
  }

  it('[SEC-07] are in every list: none widens what another one allows', () => {
    const lists = ['datos.gob.pe inei.gob.pe', 'datos.gob.pe evil.example', '*.gob.pe evil.example'];
    expect(refusal(lists, 'https://datos.gob.pe/')).to.equal(undefined);
    expect(refusal(lists, 'https://evil.example/')?.details.value).to.equal(lists[0]);
    expect(refusal(lists, 'https://inei.gob.pe/')?.details.value).to.equal(lists[1]);
    expect(refusal([...lists, ''], 'https://datos.gob.pe/')?.details.value).to.equal('');
    expect(refusal([...lists, ''], `${PAGE}/d.csv`)).to.equal(undefined);
  });

  it('[SEC-07] are named where one is refused, with the list; of where a request was sent on to, no path', () => {
    expect(refusal(['a.example'], 'https://b.example:81/d.csv?key=1')).to.deep.include({
      code: 'bad-host',
      details: { attribute: 'data-obs-hosts', value: 'a.example', host: 'b.example:81', path: '/d.csv' },
    });
    const { check } = allowedHosts(['a.example'], PAGE);
    expect(() => check('https://b.example/secret', true))
      .to.throw(DataError)
      .with.deep.property('details', {
        attribute: 'data-obs-hosts',
        value: 'a.example',
        host: 'b.example',
        isRedirect: true,
      });
    expect(() => check('', true))
      .to.throw(DataError)
      .with.property('code', 'bad-host');
  });

  it('[SEC-07] are not the page’s own where the page has none, such as a file', () => {
    for (const own of ['null', undefined])
      for (const address of ['data:text/csv,a', 'file:///d.csv', 'https://datos.gob.pe/'])
        expect(refusal([''], address, own)?.code, address).to.equal('bad-host');
  });

  it('[SEC-07] tell lists apart as text, so that what one page asks is not another one’s answer', () => {
    const keyOf = (...lists: string[]): string => JSON.stringify(allowedHosts(lists, PAGE));
    expect(
      new Set([keyOf('a.example'), keyOf('b.example'), keyOf(''), keyOf('a.example', 'b.example')]).size,
    ).to.equal(4);
    expect(keyOf('a.example', 'a.example')).to.equal(keyOf('a.example'));
  });

  it('[SEC-07] are none but those written, however an address is put together', () => {
    const names = fc.constantFrom(
      'datos.gob.pe',
      'gob.pe',
      'evil.example',
      'localhost',
      '127.0.0.1',
      'pe',
      'xn--a-ecp.pe',
    );
    const between = fc.constantFrom(
      '',
      '.',
      '@',
      '/',
      '\\',
      '#',
      '?',
      ':80',
      ':443',
      ':',
      '%2e',
      '\u3002',
      '%40',
      'x',
      '-',
    );
    const address = fc
      .array(fc.oneof(names, between), { minLength: 1, maxLength: 6 })
      .chain((parts) =>
        fc.constantFrom('https://', 'http://', 'HTTPS:\\\\').map((start) => start + parts.join('')),
      );
    let [allowed, refused] = [0, 0];
    fc.assert(
      fc.property(address, (text) => {
        const url = safeUrl(text);
        if (!url) return;
        const labels = url.hostname.split('.');
        const isUnder = labels.length > 2 && labels.slice(-2).join('.') === 'evil.example';
        const usual = url.protocol === 'https:' ? '443' : '80';
        const isNamed = url.port === '' && (url.hostname === 'datos.gob.pe' || isUnder);
        const isPort = url.hostname === 'localhost' && (url.port || usual) === '80';
        expect(isAllowed('Datos.gob.pe *.evil.example localhost:80', url.href), url.href).to.equal(
          isNamed || isPort,
        );
        if (isNamed || isPort) allowed++;
        else refused++;
      }),
      { numRuns: 5000 },
    );
    expect(Math.min(allowed, refused), 'addresses of each kind').to.be.greaterThan(100);
  });
});
