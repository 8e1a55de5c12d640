import { spawnSync } from 'node:child_process';
import { exit, platform, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { forgetCounts, readCounts, type Counts } from './support/results.js';

/**
 * The test command: every check of the project, one after the other, each in a process of its own, also after one
 * has failed. The last line counts what really ran.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the step counts its tests itself; without it the step is one test. */
  readonly counted?: string;
}

const tsx = (...args: string[]): string[] => ['tsx', ...args];

const NODE = [
  'table',
  'query',
  'request',
  'text',
  'theme',
  'sources',
  'engine',
  'controllers',
  'widgets',
  'observatory',
  'cli',
  'real',
  'conformance',
  'examples',
  'servers',
  'house',
];

const STEPS: readonly Step[] = [
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'build', command: ['rollup', '-c', '--silent'] },
  // After the build: the developer's example takes its types from there.
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'manifest', command: ['cem', 'analyze', '--quiet', '--config', '.storybook/cem.config.mjs'] },
  { name: 'schema', command: tsx('.rollup/manifest-schema.ts') },
  {
    name: 'node',
    command: tsx('test/mocha.ts', 'node', ...NODE.map((name) => `test/${name}`)),
    counted: 'node',
  },
  { name: 'browser', command: tsx('test/browser/run.ts'), counted: 'browser' },
  { name: 'pages', command: tsx('test/mocha.ts', 'pages', 'test/pages'), counted: 'pages' },
  { name: 'size', command: tsx('test/size/size.ts'), counted: 'size' },
  {
    name: 'storybook',
    command: ['storybook', 'build', '-o', 'storybook-static', '--quiet', '--loglevel', 'warn'],
  },
  { name: 'stories', command: tsx('test/stories/stories.ts'), counted: 'stories' },
];

const root = fileURLToPath(new URL('..', import.meta.url));

function run({ name, command, counted }: Step): Counts {
  stdout.write(`\n── ${name} ──\n`);
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: platform === 'win32',
    env: {
      ...process.env,
      PATH: `${root}node_modules/.bin${platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`,
      STORYBOOK_DISABLE_TELEMETRY: '1',
    },
  });
  const counts = counted === undefined ? undefined : readCounts(counted);
  if (counts) return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  return status === 0 && counted === undefined
    ? { passed: 1, failed: 0, skipped: [] }
    : { passed: 0, failed: 1, skipped: [] };
}

forgetCounts();
const wanted = process.argv.slice(2);
const results = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map((step) => ({
  ...run(step),
  name: step.name,
}));
const skipped = results.flatMap((result) => result.skipped);
const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);

stdout.write('\n');
for (const { name, passed, failed } of results)
  stdout.write(`${name.padEnd(10)} ${passed} passed, ${failed} failed\n`);
for (const { name, faults = [] } of results)
  for (const fault of faults) stdout.write(`failed in ${name}: ${fault}\n`);
for (const title of skipped) stdout.write(`skipped: ${title}\n`);
stdout.write(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`,
);
exit(sum('failed') > 0 ? 1 : 0);
