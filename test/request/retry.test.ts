import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { seededRandom } from '../../examples/data/random.js';
import { DataError, type ErrorCode, type ErrorDetails } from '../../src/errors.js';
import { isPassing, nextWait, tryAgain, type Chance } from '../../src/request/retry.js';
import { reasonOf } from '../support/failure.js';
import { openPage } from '../support/page.js';
import { never } from '../support/question.js';

const START = 1_000_000;
const network = (host = ''): DataError => new DataError('network', { host });

/** A clock that only moves when somebody waits, and remembers each wait. */
class FakeChance implements Chance {
  time = START;
  readonly waits: number[] = [];
  readonly random: () => number;

  constructor(random: () => number = () => 0.5) {
    this.random = random;
  }

  readonly now = (): number => this.time;
  readonly sleep = (milliseconds: number): Promise<void> => {
    this.waits.push(milliseconds);
    this.time += milliseconds;
    return Promise.resolve();
  };
}

/** Tries that fail one after the other with these, then give 'ok'; counts them. */
function failing(...failures: Error[]): { attempt: () => Promise<string>; tries: () => number } {
  let tries = 0;
  const attempt = (): Promise<string> => {
    const failure = failures[tries++];
    return failure ? Promise.reject(failure) : Promise.resolve('ok');
  };
  return { attempt, tries: () => tries };
}

/** How often a request that always fails like this is tried, the first time included. */
async function triesAfter(error: Error): Promise<number> {
  const { attempt, tries } = failing(error, error, error, error, error);
  expect(await reasonOf(tryAgain(error, attempt, START, never, new FakeChance()))).to.equal(error);
  return tries() + 1;
}

describe('trying again', () => {
  it('[REL-05] tries the statuses that may pass three times, and no other status', async () => {
    const passing: number[] = [];
    for (let status = 300; status < 600; status++) {
      const tries = await triesAfter(new DataError('http', { status }));
      expect(tries, String(status)).to.be.oneOf([1, 3]);
      if (tries === 3) passing.push(status);
    }
    expect(passing).to.deep.equal([408, 425, 429, 500, 502, 503, 504]);
  });

  it('[REL-05] tries a failure of the network and a body that stalls three times', async () => {
    expect(await triesAfter(network())).to.equal(3);
    expect(await triesAfter(new DataError('timeout', { waitedFor: 'stall' }))).to.equal(3);
  });

  it('[REL-05] tries nothing else again', async () => {
    const never: readonly (readonly [ErrorCode, ErrorDetails?])[] = [
      ['timeout', { waitedFor: 'firstByte' }], ['timeout', { waitedFor: 'whole' }], ['offline'], ['blocked-by-page'],
      ['mixed-content'], ['http'], ['not-data'], ['server-error'], ['too-big'], ['malformed'], ['empty-reply'],
      ['missing-column'], ['not-a-number'], ['not-a-period'], ['several-rows'], ['bad-attribute'],
      ['bad-expression'], ['bad-address'], ['no-resource'], ['internal'],
    ]; // prettier-ignore
    for (const [code, details] of never)
      expect(await triesAfter(new DataError(code, details)), code).to.equal(1);
    expect(await triesAfter(new Error('network'))).to.equal(1);
    expect(isPassing(undefined)).to.equal(false);
  });

  it('[REL-05] gives what a later try brings', async () => {
    for (const failures of [0, 1]) {
      const { attempt, tries } = failing(...[network(), network()].slice(0, failures));
      expect(await tryAgain(network(), attempt, START, never, new FakeChance())).to.equal('ok');
      expect(tries()).to.equal(failures + 1);
    }
  });

  it('[REL-05] fails with the last failure, and stops at one that will not pass', async () => {
    const last = network('tercera');
    const thrice = failing(network('segunda'), last);
    expect(
      await reasonOf(tryAgain(network('primera'), thrice.attempt, START, never, new FakeChance())),
    ).to.equal(last);
    const gone = new DataError('http', { status: 404 });
    const twice = failing(gone, network());
    expect(await reasonOf(tryAgain(network(), twice.attempt, START, never, new FakeChance()))).to.equal(gone);
    expect(twice.tries()).to.equal(1);
  });

  it('[REL-05] waits between 0.5 and 8 s, by chance, whatever the last wait was', () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 8000 }), share, (last, random) => {
        expect(nextWait(last, () => random)).to.be.within(500, Math.min(8000, last * 3));
      }),
    );
    expect([nextWait(1500, () => 0), nextWait(1500, () => 0.5), nextWait(8000, () => 0.99)]).to.deep.equal([
      500, 2500, 8000,
    ]);
  });

  it('[REL-05] draws each wait anew, from the last one', async () => {
    const chance = new FakeChance();
    const { attempt } = failing(network(), network());
    await reasonOf(tryAgain(network(), attempt, START, never, chance));
    expect(chance.waits).to.deep.equal([2500, 4000]);
  });

  it('[REL-05] waits as long as the server says, where it says so', async () => {
    const chance = new FakeChance();
    const busy = new DataError('http', { status: 503, retryAfter: 6 });
    const soon = new DataError('http', { status: 429, retryAfter: 1 });
    await reasonOf(tryAgain(busy, failing(soon, network()).attempt, START, never, chance));
    // What chance says comes on top: the server tells all pages the same.
    expect(chance.waits).to.deep.equal([6000 + 2500, 1000 + 4000]);
  });

  it('[REL-05] gives up at once where the server wants to be left alone for longer than 20 s', async () => {
    const chance = new FakeChance();
    const busy = new DataError('http', { status: 503, retryAfter: 21 });
    const { attempt, tries } = failing();
    expect(await reasonOf(tryAgain(busy, attempt, START, never, chance))).to.equal(busy);
    expect([tries(), chance.waits.length]).to.deep.equal([0, 0]);
  });

  it('[REL-05] begins no try later than 20 s after the first, however long each took', async () => {
    const duration = fc.integer({ min: 0, max: 20_000 });
    await fc.assert(
      fc.asyncProperty(duration, duration, duration, fc.nat(), async (first, second, third, seed) => {
        const chance = new FakeChance(seededRandom(seed));
        chance.time += first;
        const begun: number[] = [];
        const attempt = (): Promise<string> => {
          begun.push(chance.time - START);
          chance.time += begun.length === 1 ? second : third;
          return Promise.reject(network());
        };
        await reasonOf(tryAgain(network(), attempt, START, never, chance));
        expect(Math.max(0, ...begun)).to.be.at.most(20_000);
      }),
    );
  });

  it('[REL-05] does not try again on a page that nobody sees', async () => {
    const page = openPage('hidden');
    try {
      expect(await triesAfter(network())).to.equal(1);
    } finally {
      page.leave();
    }
    const seen = openPage('visible');
    try {
      expect(await triesAfter(network())).to.equal(3);
    } finally {
      seen.leave();
    }
  });

  it('[REL-05] stops waiting, with the reason, when nobody waits for it', async () => {
    for (const isBefore of [true, false]) {
      const leaving = new AbortController();
      const reason = new Error('se fue');
      const { attempt, tries } = failing();
      const error = network();
      if (isBefore) leaving.abort(reason);
      const outcome = reasonOf(tryAgain(error, attempt, Date.now(), leaving.signal));
      leaving.abort(reason);
      expect(await outcome).to.equal(isBefore ? error : reason);
      expect(tries()).to.equal(0);
    }
  });
});

describe('a thousand pages whose server failed at the same moment', () => {
  /** When each page tries again, in milliseconds after the failure: first and second time. */
  async function retryTimes(error: DataError): Promise<readonly number[][]> {
    const clients = Array.from({ length: 1000 }, async (_, seed) => {
      const chance = new FakeChance(seededRandom(seed + 1));
      const times: number[] = [];
      const attempt = (): Promise<never> => {
        times.push(chance.time - START);
        return Promise.reject(error);
      };
      await reasonOf(tryAgain(error, attempt, START, never, chance));
      return times;
    });
    return Promise.all(clients);
  }

  /** The share of times in the fullest 100 ms, wherever these begin. */
  function fullestBin(times: readonly number[]): number {
    const sorted = [...times].sort((a, b) => a - b);
    let [most, first] = [0, 0];
    for (const [index, time] of sorted.entries()) {
      while (time - (sorted[first] ?? time) >= 100) first++;
      most = Math.max(most, index - first + 1);
    }
    return most / sorted.length;
  }

  it('[REL-05] come back spread out: no 100 ms get more than 5 % of them', async () => {
    const times = await retryTimes(network());
    const first = times.map(([time = NaN]) => time);
    expect(times.every((each) => each.length === 2)).to.equal(true);
    expect(fullestBin(first), 'first retries').to.be.at.most(0.05);
    expect(fullestBin(times.flat()), 'all retries').to.be.at.most(0.05);
  });

  it('[REL-05] come back spread out also where the server told them all when', async () => {
    const times = await retryTimes(new DataError('http', { status: 503, retryAfter: 5 }));
    expect(fullestBin(times.map(([time = NaN]) => time)), 'first retries').to.be.at.most(0.05);
    expect(fullestBin(times.flat()), 'all retries').to.be.at.most(0.05);
  });
});
