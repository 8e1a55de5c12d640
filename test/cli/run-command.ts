import '../support/as-module.js';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.js';

export const FIXTURES = fileURLToPath(new URL('../fixtures/observatory/', import.meta.url));

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process, as from that folder. */
export async function runCommand(
  args: readonly string[],
  cwd: string = FIXTURES,
  isTerminal = false,
): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written): { write(text: string): void } => ({
    write: (text) => void (written[name] += text),
  });
  const exit = await run(args, { stdout: into('stdout'), stderr: into('stderr'), cwd, isTerminal });
  return { exit, ...written };
}
