import { readAbsent } from '../table/absent.js';
import type { Notice } from '../table/notice.js';
import { readStatus } from '../table/status-notation.js';
import { STATUS, type StatusSet } from '../table/status.js';

/** How statistical offices put a status in words, in Spanish, English, French and German. */
const MEANINGS: readonly (readonly [StatusSet, RegExp])[] = [
  [STATUS.notApplicable, /not applicable|no (se )?aplica|no procede|sans objet|non applicable/],
  [STATUS.suppressed, /confiden|suppress|suprim|secre|vertraulich|not for publication|disclosure/],
  [
    STATUS.missing,
    /not (yet )?avail|unavail|missing|no dispon|sin dato|no data|non disponible|nicht verf|not collected/,
  ],
  [STATUS.provisional, /provis|prelim|vorl.ufig/],
  [STATUS.estimated, /estim|imput|gesch.tzt/],
  [STATUS.revised, /\brevis|\br.vis|berichtigt/],
  [STATUS.break, /break|ruptur|quiebre|bruch/],
  [STATUS.unreliable, /reliab|not significant|fiab|uncertain|unzuverl|caution|precauci/],
  [STATUS.forecast, /forecast|project|proyec|previst|pr[eé]vision|pron.stic/],
];
const NORMAL = /^(normal|final|definitiv|ok\b)/;

/** What the source's own words for a status mean; `undefined` where that is none of ours. */
function statusMeant(label: string): StatusSet | undefined {
  const said = label.toLowerCase();
  const set = MEANINGS.reduce((all, [status, pattern]) => (pattern.test(said) ? all | status : all), 0);
  return set > 0 || NORMAL.test(said) ? set : undefined;
}

export interface StatusLegend {
  readonly legend: ReadonlyMap<string, StatusSet>;
  /** What has no sign of ours, in the source's words. */
  readonly notes: readonly string[];
  readonly notices: readonly Notice[];
}

/** Without words for it a dash may be a zero: it says nothing of a value that is there. */
function usual(word: string): StatusSet | undefined {
  return word.trim() === '-' ? 0 : (readStatus(word) ?? readAbsent(word));
}

/** What the source says of a sign; of `de`, what it says of each letter. */
function labelOf(word: string, labels: ReadonlyMap<string, string>): string | undefined {
  const parts = [...word].map((letter) => labels.get(letter));
  const isTold = word.length < 6 && parts.every((part) => part !== undefined);
  return labels.get(word) ?? (isTold ? parts.join(', ') : undefined);
}

/** What each status in use means: by the source's own legend, else as offices usually write them. */
export function statusLegend(
  used: Iterable<string>,
  labels: ReadonlyMap<string, string>,
  column: string,
): StatusLegend {
  const legend = new Map<string, StatusSet>();
  const notes: string[] = [];
  const notices: Notice[] = [];
  for (const word of used) {
    const label = labelOf(word, labels);
    const meant = label === undefined ? [usual(word)] : label.split(/[,;]/).map(statusMeant);
    legend.set(
      word,
      meant.reduce<StatusSet>((all, each) => all | (each ?? 0), 0),
    );
    if (!meant.includes(undefined)) continue;
    notices.push({ code: 'unknown-status', column, value: word });
    if (label !== undefined) notes.push(`${word}: ${label}`);
  }
  return { legend, notes, notices };
}
