import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, startTestRunner } from '@web/test-runner';
import { exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { BROWSER_FLAGS, findBrowser } from '../support/browser.js';
import { writeCounts } from '../support/results.js';
import { browserProtocol } from './browser-protocol.js';
import { umdAsModule } from './umd-as-module.js';

/** The tests of controllers, widgets and embedding, in a real browser, on the sources. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const [only] = process.argv.slice(2);

const runner = await startTestRunner({
  autoExitProcess: false,
  readCliArgs: false,
  readFileConfig: false,
  config: {
    rootDir: root,
    files: only ?? 'test/browser/**/*.test.ts',
    nodeResolve: { exportConditions: ['production', 'default'] },
    plugins: [
      browserProtocol(),
      umdAsModule('/papaparse/papaparse.js', '/axe-core/axe.js'),
      esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json`, target: 'es2022' }),
    ],
    browsers: [
      chromeLauncher({
        launchOptions: { executablePath: await findBrowser(), args: [...BROWSER_FLAGS] },
        // In a window of its own: a hidden page gets no animation frame and no observer ever fires.
        createPage: ({ context }) => context.newPage({ type: 'window' }),
      }),
    ],
    concurrency: 2,
    testFramework: { config: { timeout: '20000' } },
    browserStartTimeout: 60_000,
    testsFinishTimeout: 240_000,
    filterBrowserLogs: ({ args }) => !/^Lit is in dev mode|<obs-/.test(String(args[0])),
  },
});
if (!runner) exit(1);

runner.on('finished', () => {
  const counts = { passed: 0, failed: 0, skipped: [] as string[], faults: [] as string[] };
  type Suite = NonNullable<(typeof sessions)[number]['testResults']>;
  const sessions = [...runner.sessions.all()];
  const count = ({ tests, suites }: Suite): void => {
    for (const test of tests) {
      if (test.skipped) counts.skipped.push(test.name);
      else if (test.passed) counts.passed++;
      else {
        counts.failed++;
        counts.faults.push(`${test.name}: ${test.error?.message ?? ''}`);
      }
    }
    suites.forEach(count);
  };
  for (const session of sessions) {
    if (session.testResults) count(session.testResults);
    else {
      // A file that could not be loaded has no tests to fail.
      counts.failed++;
      counts.faults.push(`${session.testFile ?? 'a file'} did not load: ${session.errors[0]?.message ?? ''}`);
    }
  }
  writeCounts('browser', counts);
});
runner.on('stopped', (passed) => exit(passed ? 0 : 1));
