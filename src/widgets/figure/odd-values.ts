import { safeUrl } from '../../request/safe-url.js';
import type { Notice } from '../../table/notice.js';

/** What a widget says that it does not mean to its readers. */
export interface Said {
  /** Values that are not used, by the names of their properties. */
  readonly odd: ReadonlyMap<string, string>;
  readonly sourceHref: string;
  readonly baseURI: string;
}

const LINK = ['https://…'];

/** Each attribute, and what it may say. */
const EXPECTED: Readonly<Record<string, readonly [attribute: string, expected: readonly string[]]>> = {
  theme: ['theme', ['light', 'dark']],
  headingLevel: ['heading-level', ['2', '3', '4', '5', '6']],
  decimals: ['decimals', ['0', '1', '2', '…', '9']],
  updatedOn: ['updated', ['2026-01-25', '2026-01', '2026']],
  sourceHref: ['source-href', LINK],
  highlight: ['highlight', []],
  reference: ['reference', []],
  referenceWhere: ['reference-where', ["departamento = 'PERU'", '*']],
  annotations: ['annotations', []],
  targets: ['targets', []],
  pageSize: ['page-size', ['1', '2', '…', '100']],
};

/** The values that these attributes do not take, for the page's owner. */
export function oddValues({ odd, sourceHref, baseURI }: Said): Notice[] {
  const isUnsafe = sourceHref !== '' && !safeUrl(sourceHref, baseURI);
  const all = [...odd, ...(isUnsafe ? [['sourceHref', sourceHref] as const] : [])];
  return all.map(([name, value]) => {
    const [attribute = name, expected = []] = EXPECTED[name] ?? [];
    return { code: 'odd-value', attribute, value: value.slice(0, 200), expected };
  });
}
