import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsBuilt } from '../house/built.js';
import { readProject, ROOT } from '../house/project.js';

export interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that the text before it names last. */
  readonly file: string | undefined;
}

/** The blocks of code of a page, in their order. */
export function blocksOf(markdown: string): Block[] {
  const parts = markdown.split(/^```(\w*)\n([\s\S]*?)^```$/m);
  const blocks: Block[] = [];
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [before = '', language = '', text = ''] = parts.slice(index, index + 3);
    const paragraph = before.trim().split('\n').at(-1) ?? '';
    const file = [...paragraph.matchAll(/`([\w.-]+\.\w+)`/g)].at(-1)?.[1];
    blocks.push({ language, text, file });
  }
  return blocks;
}

/** «Publique su observatorio en una tarde». */
export const TUTORIAL = blocksOf(readProject('docs/observatorio-en-una-tarde.md'));

/** A folder in which `npx observatorio` is this very package. */
export function emptyFolder(): string {
  const command = 'dist/cli/observatorio.js';
  needsBuilt(command, 'npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'observatorio-'));
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
  // As `npm install` does it.
  chmodSync(join(ROOT, command), 0o755);
  symlinkSync(join(ROOT, command), join(folder, 'node_modules', '.bin', 'observatorio'));
  return folder;
}

/** Writes the files that a page names, as it has them. */
export function writeFiles(folder: string, blocks: readonly Block[]): void {
  for (const { language, text, file } of blocks)
    if (/^(csv|json)$/.test(language) && file !== undefined) writeFileSync(join(folder, file), text);
}
