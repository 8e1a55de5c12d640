import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { arch, env, getuid, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import { launch, type Browser, type LaunchOptions } from 'puppeteer-core';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

const LINUX = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
];
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** Where browsers are installed on each system. */
function usualPlaces(): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env['HOME'] ?? '', 'Applications')];
    return folders.flatMap((folder) => MAC.map((app) => join(folder, app)));
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) => (folder ? WINDOWS.map((app) => join(folder, app)) : []));
  }
  return (env['PATH'] ?? '').split(':').flatMap((folder) => LINUX.map((name) => join(folder, name)));
}

/** A font configuration for a system that has none: without any font a page with a field ends the renderer. */
function fontConfig(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const dirs = ['/usr/share/fonts', join(folder, 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** The Chromium that comes with a development dependency: Linux on x64, nothing else to install. */
async function shippedBrowser(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = entry.slice(0, entry.indexOf('chromium', entry.indexOf('@sparticuz')) + 'chromium'.length);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  // It unpacks to the temporary folder and takes whatever lies there by its name: give each version its own.
  const unpacked = join(CACHE, `chromium-${version}`);
  mkdirSync(unpacked, { recursive: true });
  const usual = env['TMPDIR'];
  env['TMPDIR'] = unpacked;
  // Where it takes itself to be decides whether its system libraries are unpacked as well.
  env['AWS_EXECUTION_ENV'] = `AWS_Lambda_nodejs${process.versions.node.split('.')[0] ?? '20'}.x`;
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  delete env['AWS_EXECUTION_ENV'];
  if (usual === undefined) delete env['TMPDIR'];
  else env['TMPDIR'] = usual;
  env['FONTCONFIG_FILE'] = fontConfig(unpacked);
  delete env['FONTCONFIG_PATH'];
  return path;
}

/**
 * A Chromium to test in: the one that `CHROME_PATH` names, an installed Chrome, Chromium or Edge, or the one that
 * a development dependency ships. Fails with a sentence that says what to install.
 */
export async function findBrowser(): Promise<string> {
  const named = env['CHROME_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, and there is nothing there.`);
  }
  const installed = usualPlaces().find((path) => existsSync(path));
  if (installed) return installed;
  const advice = 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one.';
  if (platform !== 'linux' || arch !== 'x64') throw new Error(`No browser was found. ${advice}`);
  try {
    return await shippedBrowser();
  } catch (error) {
    throw new Error(`No browser was found, and the shipped one did not start. ${advice}`, { cause: error });
  }
}

/** Flags for a browser that tests drive: without them it looks for hosts of its own at every start. */
export const BROWSER_FLAGS: readonly string[] = [
  ...(getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--lang=es-PE',
];

export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return launch({
    executablePath: await findBrowser(),
    ...options,
    args: [...BROWSER_FLAGS, ...(options.args ?? [])],
  });
}

/** Firefox where it is installed; tests that want it are skipped, visibly, where it is not. */
export function findFirefox(): string | undefined {
  const places = (env['PATH'] ?? '')
    .split(':')
    .flatMap((dir) => [join(dir, 'firefox-esr'), join(dir, 'firefox')]);
  return [env['FIREFOX_PATH'] ?? '', ...places].find((path) => path !== '' && existsSync(path));
}
