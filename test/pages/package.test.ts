import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

describe('the package as it would be published', () => {
  it('holds what its users need and nothing of how it is made', function () {
    this.timeout(60_000);
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [packed] = JSON.parse(stdout) as Packed[];
    const paths = (packed?.files ?? []).map(({ path }) => path);
    const beside = paths.filter((path) => !/^(dist|cdn)\//.test(path));
    expect(beside.sort()).to.deep.equal([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'custom-elements.json',
      'observatory.schema.json',
      'package.json',
    ]);
    expect(paths).to.include.members(['cdn/auto.js', 'cdn/obs.css', 'dist/index.js', 'dist/index.d.ts']);
    for (const path of paths.filter((name) => /^(dist|cdn)\//.test(name)))
      expect(path).to.match(/\.(js|js\.map|d\.ts|css|json)$/);
  });

  it('gives an application its types: the example for developers is checked as strictly as the project', function () {
    this.timeout(60_000);
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', 'examples/developer'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stdout).to.equal('');
    expect(status).to.equal(0);
  });
});
