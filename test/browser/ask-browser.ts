import { executeServerCommand } from '@web/test-runner-commands';
import type { Asked } from './browser-protocol.js';

async function ask<R>(method: Asked['method'], params: object = {}): Promise<R> {
  return executeServerCommand<R, Asked>('browser-protocol', { method, params });
}

/** Media as the reader's system would set them: `{ 'forced-colors': 'active' }`; without any, as they were. */
export async function emulateMedia(
  features: Readonly<Record<string, string>> = {},
  media = '',
): Promise<void> {
  await ask('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** The reader's time zone; without one, the machine's. */
export async function setTimeZone(timezoneId = ''): Promise<void> {
  await ask('Emulation.setTimezoneOverride', { timezoneId });
}

/** The page behaves as the one that the reader is in, whatever other windows do. */
export async function takeFocus(): Promise<void> {
  await ask('Emulation.setFocusEmulationEnabled', { enabled: true });
}

/** Requests whose address has this pattern fail; without one, none. */
export async function blockRequests(...urls: string[]): Promise<void> {
  await ask('Network.enable');
  await ask('Network.setBlockedURLs', { urls });
}

export async function collectGarbage(): Promise<void> {
  await ask('HeapProfiler.collectGarbage');
}

/** Bytes in use once the garbage is collected. */
export async function heapSize(): Promise<number> {
  await collectGarbage();
  return (await ask<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize;
}

/** What listens on the window and on the document, as `window resize`. */
export async function globalListeners(): Promise<string[]> {
  const all: string[] = [];
  for (const expression of ['window', 'document']) {
    const { result } = await ask<{ result: { objectId: string } }>('Runtime.evaluate', { expression });
    const { listeners } = await ask<{ listeners: { type: string }[] }>('DOMDebugger.getEventListeners', {
      objectId: result.objectId,
    });
    all.push(...listeners.map(({ type }) => `${expression} ${type}`));
  }
  return all.sort();
}

interface Value {
  readonly value?: string | number | boolean;
}

interface AccessibilityNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** A part of the page as assistive technology is given it. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const textOf = (value: Value | undefined): string =>
  String(value?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** All that the browser tells assistive technology, in reading order. */
export async function accessibilityTree(): Promise<Spoken[]> {
  await ask('Accessibility.enable');
  const { nodes } = await ask<{ nodes: readonly AccessibilityNode[] }>('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node: AccessibilityNode | undefined): Spoken[] => {
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap((id) => walk(byId.get(id)));
    if (node.ignored) return children;
    const properties = Object.fromEntries(
      (node.properties ?? []).map(({ name, value }) => [name, value.value]),
    );
    const own: Spoken = {
      role: textOf(node.role),
      name: textOf(node.name),
      description: textOf(node.description),
      properties,
    };
    return [own, ...children];
  };
  return walk(nodes[0]);
}
