import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { argv, env, exit, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import open from 'open';
import { startObservatory, type Observatory } from './observatory/server.js';
import { servePages, type Pages } from './pages-server.js';

/** `npm start`: builds the widgets, then serves the demonstration observatory and the example pages. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES_PORT = 4173;
const OBSERVATORY_PORT = 4174;

function build(): void {
  console.log('Construyendo los widgets…');
  const rollup = join(ROOT, 'node_modules', 'rollup', 'dist', 'bin', 'rollup');
  const { status } = spawnSync(process.execPath, [rollup, '-c', '--silent'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) exit(status ?? 1);
}

/** On the usual port, or on any free one where somebody else has it. */
async function onPort<T>(port: number, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  }
}

/** Where there is a screen, and nobody said that there is no use for it. */
function hasScreen(): boolean {
  if (argv.includes('--no-open') || env['CI']) return false;
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}

build();
const observatory: Observatory = await onPort(OBSERVATORY_PORT, (port) => startObservatory({ port }));
const data = observatory.url.replace('127.0.0.1', 'localhost');
const pages: Pages = await onPort(PAGES_PORT, (port) => servePages({ port, observatory: data }));
console.log(`
Páginas de ejemplo:            ${pages.url}/
Observatorio de demostración:  ${data}/

Todo funciona sin conexión. Ctrl+C para terminar.`);
if (hasScreen()) await open(`${pages.url}/`).catch(() => undefined);
