import '../support/as-module.js';
import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindingCode } from '../../src/cli/check/finding.js';
import { readManifest } from '../../src/observatory/manifest.js';
import { runCommand } from '../cli/run-command.js';
import { describeWith } from '../support/real-files.js';
import { CSV_FILES } from './csv-files.js';
import { CSV_FOLDER } from './raw-csv.js';

/** Beside what a person must write, what is wrong in these files themselves: months to come, offences twice. */
const OWN: Readonly<Record<string, readonly FindingCode[]>> = {
  'mx-sesnsp-estatal-2026-wide-latin1.csv': ['column-empty'],
  'pe-lambayeque-delitos-2019-2023.csv': ['row-repeated'],
  'uk-2019-01-city-of-london-street.csv': ['column-empty', 'row-repeated'],
};
/** Old files are late, whatever they hold. */
const OF_AGE: readonly FindingCode[] = ['todo', 'late'];
/** It takes longer than all others together. */
const LARGE = 'ar-caba-delitos-2016-2017-31MB.csv';

describeWith(CSV_FOLDER, 'a draft of a manifest of a real file', () => {
  const files = Object.keys(CSV_FILES).filter((name) => name !== LARGE);

  for (const name of files) {
    it(`is as it must be, and check finds in it no fault that the file does not have (${name})`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'observatorio-'));
      try {
        const made = await runCommand(['init', join(CSV_FOLDER, name), '--out', 'observatory.json'], folder);
        expect(made.exit, made.stderr).to.equal(0);
        const draft: unknown = JSON.parse(readFileSync(join(folder, 'observatory.json'), 'utf8'));
        expect(readManifest(draft).faults).to.deep.equal([]);
        const { stdout } = await runCommand(['check', '--json', '--today', '2026-11-01'], folder);
        const report = JSON.parse(stdout) as {
          readonly resources: readonly {
            readonly findings: readonly { readonly code: FindingCode; readonly isFault: boolean }[];
          }[];
        };
        const found = report.resources
          .flatMap(({ findings }) => findings)
          .filter(({ code, isFault }) => isFault && !OF_AGE.includes(code));
        expect([...new Set(found.map(({ code }) => code))].sort()).to.deep.equal(OWN[name] ?? []);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
