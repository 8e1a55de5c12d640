import { expect } from 'chai';
import fc from 'fast-check';
import type { Address } from '../../src/selection/address.js';
import { Selection, type Offer } from '../../src/selection/selection.js';
import { offer, OPTIONS } from './offer.js';

/** An address that a test can see, and go back in. */
function addressAt(start: string): Address & { at: string; go: (search: string) => void; watched: number } {
  const listeners = new Set<() => void>();
  return {
    at: start,
    read() {
      return this.at;
    },
    write(search) {
      this.at = search;
    },
    watch(changed) {
      listeners.add(changed);
      this.watched++;
      return () => {
        listeners.delete(changed);
        this.watched--;
      };
    },
    watched: 0,
    go(search) {
      this.at = search;
      for (const changed of listeners) changed();
    },
  };
}

function held(
  search = '',
  more: Partial<Offer> = {},
): { selection: Selection; address: ReturnType<typeof addressAt> } {
  const address = addressAt(search);
  const selection = new Selection(address);
  selection.hold('dep', () => undefined);
  selection.offer('dep', offer(more));
  return { selection, address };
}

const chosen = (selection: Selection): string | undefined => selection.of('dep')?.choice?.value;

/** What people try to make an address do. */
const HOSTILE = [
  "13' or '1'='1",
  '13 or 1=1',
  "'; drop table denuncias; --",
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '__proto__',
  '13\u0000',
  ' 13',
  '１３',
];

describe('the choices of a page', () => {
  it('know no name until a filter has it, wait until it has options, and then have all', () => {
    const selection = new Selection();
    expect(selection.of('dep')).to.equal(undefined);
    const release = selection.hold('dep', () => undefined);
    expect(selection.of('dep')).to.deep.equal({ isWaiting: true });
    selection.offer('dep', offer());
    expect(selection.of('dep')).to.deep.equal({ isWaiting: false, kind: 'place', choice: undefined });
    release();
    expect(selection.of('dep')).to.equal(undefined);
  });

  it('can only be among the options, whoever chooses', () => {
    const { selection } = held();
    expect(selection.choose('dep', '20')).to.equal(true);
    for (const text of [...HOSTILE, '25']) expect(selection.choose('dep', text), text).to.equal(false);
    expect(chosen(selection)).to.equal('20');
    expect(selection.choose('other', '20')).to.equal(false);
    fc.assert(
      fc.property(fc.string(), (text) => {
        selection.choose('dep', text);
        expect(['', ...OPTIONS.map(({ value }) => value)]).to.include(chosen(selection) ?? '');
      }),
    );
  });

  it('[SEC-14] take from the address only what is among the options, and nothing that looks like it', () => {
    for (const text of HOSTILE) {
      const { selection, address } = held(`?dep=${encodeURIComponent(text)}`, { isInUrl: true });
      expect(chosen(selection), text).to.equal(undefined);
      address.go(`?dep=${encodeURIComponent(text)}&x=1`);
      expect(chosen(selection), text).to.equal(undefined);
    }
    expect(chosen(held('?dep=20', { isInUrl: true }).selection)).to.equal('20');
    expect(chosen(held('?dep=20').selection)).to.equal(undefined);
  });

  it('go into the address and out of it as they are', () => {
    const { selection, address } = held('?x=1', { isInUrl: true });
    for (const { value } of OPTIONS) {
      selection.choose('dep', value);
      expect(chosen(held(address.at, { isInUrl: true }).selection)).to.equal(value);
    }
    selection.choose('dep', '');
    expect(address.at).to.equal('?x=1');
  });

  it('keep in the address also that all is chosen where something else holds at first', () => {
    const { selection, address } = held('', { isInUrl: true, initial: '13' });
    expect(chosen(selection)).to.equal('13');
    expect(address.at).to.equal('');
    selection.choose('dep', '');
    expect(address.at).to.equal('?dep=');
    expect(chosen(held(address.at, { isInUrl: true, initial: '13' }).selection)).to.equal(undefined);
  });

  it('leave the address alone where the filter does not say that it is kept there', () => {
    const { selection, address } = held('?dep=13');
    selection.choose('dep', '20');
    expect(address.at).to.equal('?dep=13');
  });

  it('follow the reader back and forth', () => {
    const { selection, address } = held('?dep=20', { isInUrl: true });
    let count = 0;
    selection.subscribe({ isFigure: true, names: ['dep'], changed: () => void count++ });
    address.go('?dep=13');
    expect(chosen(selection)).to.equal('13');
    address.go('');
    expect(chosen(selection)).to.equal(undefined);
    address.go('?other=1');
    expect(count).to.equal(2);
  });

  it('are told once, to those who follow the name, and not where nothing has changed', () => {
    const { selection } = held();
    const told: string[] = [];
    const stop = selection.subscribe({
      isFigure: true,
      names: ['dep'],
      changed: () => void told.push('dep'),
    });
    selection.subscribe({ isFigure: true, names: ['periodo'], changed: () => void told.push('periodo') });
    selection.choose('dep', '13');
    selection.choose('dep', '13');
    expect(told).to.deep.equal(['dep']);
    expect(selection.countOf('dep')).to.equal(1);
    stop();
    selection.choose('dep', '20');
    expect(told).to.deep.equal(['dep']);
    expect(selection.countOf('dep')).to.equal(0);
  });

  it('stay when the options change, where they are still among them', () => {
    const { selection } = held();
    selection.choose('dep', '20');
    selection.offer('dep', offer({ options: OPTIONS.slice(1) }));
    expect(chosen(selection)).to.equal('20');
    selection.offer('dep', offer({ options: OPTIONS.slice(0, 1) }));
    expect(chosen(selection)).to.equal(undefined);
  });

  it('are the first option where one must be chosen, and never none', () => {
    const { selection } = held('?dep=', { isInUrl: true, isRequired: true });
    expect(chosen(selection)).to.equal('13');
    expect(selection.choose('dep', '')).to.equal(false);
    expect(chosen(held('', { initial: 'nada' }).selection)).to.equal(undefined);
  });

  it('are one where two filters have one name, and there as long as one of them is', () => {
    const selection = new Selection();
    let told = 0;
    const first = selection.hold('dep', () => undefined);
    const second = selection.hold('dep', () => void told++);
    selection.offer('dep', offer());
    selection.choose('dep', '13');
    expect(told).to.be.above(1);
    first();
    expect(chosen(selection)).to.equal('13');
    second();
    expect(selection.names).to.deep.equal([]);
  });

  it('watch the address only while a filter stands in the page', () => {
    const address = addressAt('');
    const selection = new Selection(address);
    const release = selection.hold('dep', () => undefined);
    expect(address.watched).to.equal(1);
    release();
    expect(address.watched).to.equal(0);
  });

  it('take names and values such as __proto__ like any other', () => {
    const selection = new Selection();
    selection.hold('__proto__', () => undefined);
    selection.offer('__proto__', offer({ options: [{ value: 'constructor', label: 'x' }] }));
    expect(selection.choose('__proto__', 'constructor')).to.equal(true);
    expect(selection.of('__proto__')?.choice?.value).to.equal('constructor');
    expect(selection.of('constructor')).to.equal(undefined);
  });
});
