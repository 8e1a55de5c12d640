import type { Io } from '../io.js';

/** Tells how far a run is: a bar for who looks at it, lines for a log. */
export interface Progress {
  readonly step: (name: string, at: number, all: number) => void;
  /** A line that stays. */
  readonly tell: (line: string) => void;
  readonly end: () => void;
}

const WIDTH = 20;
const CLEAR = '\r\u001b[K';

export function progressOn({ stderr, isTerminal }: Io): Progress {
  const clear = (): void => void (isTerminal && stderr.write(CLEAR));
  return {
    step(name, at, all) {
      const full = Math.round((WIDTH * at) / Math.max(all, 1));
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      stderr.write(isTerminal ? `${CLEAR}${bar} ${at + 1}/${all} ${name}` : `${at + 1}/${all} ${name}\n`);
    },
    tell(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    end: clear,
  };
}
