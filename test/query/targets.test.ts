import { expect } from 'chai';
import fc from 'fast-check';
import { parseAnnotations } from '../../src/query/annotations.js';
import { NO_PERCENT_UNDER } from '../../src/query/change.js';
import { NO_SHARE_UNDER } from '../../src/query/compare-places.js';
import { progressOf } from '../../src/query/target-progress.js';
import { horizonOf, parseTargets, targetOf, type Better } from '../../src/query/targets.js';
import { period } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const wrong = async (text: string, better?: Better): Promise<unknown[]> => {
  const { code, details } = await thrownBy(() => parseTargets(text, better));
  return [code, details.attribute, details.value];
};

describe('the targets of a plan', () => {
  it('are periods of one length with a value each, in any order', () => {
    const path = parseTargets(' 2030: 6.0; base 2024: 12; 2027 : 9.0;');
    expect(path.steps.map(({ period: { text }, value }) => [text, value])).to.deep.equal([
      ['2024', 12],
      ['2027', 9],
      ['2030', 6],
    ]);
    expect([path.hasBase, path.better, horizonOf(path).value]).to.deep.equal([true, 'lower', 6]);
  });

  it('that cannot be read are told by the part that is wrong', async () => {
    expect(await wrong('2024: 12; 2027')).to.deep.equal(['bad-attribute', 'targets', '2027']);
    expect(await wrong('2024: doce')).to.deep.equal(['bad-attribute', 'targets', '2024: doce']);
    expect(await wrong('2024-13: 9')).to.deep.equal(['bad-attribute', 'targets', '2024-13: 9']);
    expect(await wrong('2024: 12; 2027-01: 9')).to.deep.equal(['bad-attribute', 'targets', '2027-01: 9']);
    expect(await wrong('2024: 12; 2024: 9')).to.deep.equal(['bad-attribute', 'targets', '2024: 9']);
    expect(await wrong('2024: 12; base 2027: 9')).to.deep.equal(['bad-attribute', 'targets', 'base 2027: 9']);
    expect(await wrong('base 2024: 12')).to.deep.equal(['bad-attribute', 'targets', 'base 2024: 12']);
    expect(await wrong('2024: 12; 3024: 9')).to.deep.equal(['bad-attribute', 'targets', '3024: 9']);
    expect(await wrong(' ; ')).to.deep.equal(['bad-attribute', 'targets', ' ; ']);
  });

  it('that lead the worse way ask which one is better', async () => {
    expect(await wrong('2024: 6; 2030: 12')).to.deep.equal(['bad-attribute', 'better', 'lower']);
    expect(await wrong('2024: 12; 2030: 6', 'higher')).to.deep.equal(['bad-attribute', 'better', 'higher']);
  });

  it('have a path that never leaves the two between which it goes', () => {
    const values = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        values,
        values,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (a, b, years, at) => {
          const better = b <= a ? 'lower' : 'higher';
          const path = parseTargets(`2000: ${a}; ${2000 + years}: ${b}`, better);
          const target = targetOf(path, period(String(2000 + at)));
          if (at > years) expect(target).to.equal(undefined);
          else expect(target).to.be.within(Math.min(a, b) - 1e-9, Math.max(a, b) + 1e-9);
        },
      ),
    );
  });

  it('are on track for whoever is on the path, and never lead away from it', () => {
    const whole = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 9 }), (from, fall, at) => {
        const path = parseTargets(`2020: ${from}; 2030: ${from - fall}`);
        const on = period(String(2020 + at));
        const value = targetOf(path, on) ?? NaN;
        expect(progressOf(path, [{ period: on, value, status: 0 }]).pace).to.equal('onTrack');
        const worse = [{ period: on, value: from + 1, status: 0 }];
        expect(progressOf(path, worse).pace).to.equal('away');
      }),
    );
  });
});

describe('a share of a larger place', () => {
  it('[STAT-07] needs as many events as any percentage', () => {
    expect(NO_SHARE_UNDER).to.equal(NO_PERCENT_UNDER);
  });
});

describe('the annotations of a chart', () => {
  it('are of a period or of a range of them, the earliest first', () => {
    const read = parseAnnotations('2023-01: Cambia la ley; 2020-03..2021-06: Aislamiento: obligatorio;');
    expect(read.map(({ from, to, text }) => [from.text, to.text, text])).to.deep.equal([
      ['2020-03', '2021-06', 'Aislamiento: obligatorio'],
      ['2023-01', '2023-01', 'Cambia la ley'],
    ]);
  });

  it('that cannot be read are told by the part that is wrong', async () => {
    for (const part of ['2020', '2020: ', 'marzo: Paro', '2021..2020: Al revés', '2020..x: Nada']) {
      const { code, details } = await thrownBy(() => parseAnnotations(`2019: Bien; ${part}`));
      expect([code, details.attribute, details.value], part).to.deep.equal([
        'bad-attribute',
        'annotations',
        part.trim(),
      ]);
    }
  });
});
