import type { Words } from '../words/words.js';
import type { Report, ResourceReport } from './check.js';
import { DIMENSIONS, type Finding } from './finding.js';
import { isFault, type Score } from './quality.js';

/** More names than this hide the one that is looked for. */
const MOST_CHOICES = 8;

function choices(list: readonly string[]): string {
  const shown = list.slice(0, MOST_CHOICES).join(', ');
  return list.length > MOST_CHOICES ? `${shown}, …` : shown;
}

const said = (parts: readonly (string | undefined | false)[]): string[] =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '');

/** One finding: where it stands, what is there, what was expected, how often. */
export function tellFinding(finding: Finding, words: Words): string {
  const {
    code,
    path,
    indicator,
    column,
    row,
    place,
    period,
    value,
    expected = [],
    nearest,
    count = 1,
  } = finding;
  const where = said([
    path,
    indicator !== undefined && words.ofIndicator(indicator),
    column,
    row !== undefined && words.row(row),
    place,
    period,
    value !== undefined && value !== '' && `«${value}»`,
  ]).join(' · ');
  const sentence = said([
    words.finding[code],
    finding.message,
    expected.length > 0 && words.expected(choices(expected)),
    nearest !== undefined && words.nearest(nearest),
    count > 1 && words.andMore(count - 1),
  ]).join(' ');
  return where === '' ? sentence : `${where}: ${sentence}`;
}

const SIGNS = { fault: '✗', remark: '·' };

function tellFindings(findings: readonly Finding[], scores: readonly Score[], words: Words): string[] {
  return findings.map((finding) => {
    const isBad = isFault(finding, scores);
    const tolerated = !isBad && finding.isRemark !== true ? ` ${words.tolerated}` : '';
    return `  ${isBad ? SIGNS.fault : SIGNS.remark} ${tellFinding(finding, words)}${tolerated}`;
  });
}

function tellScore(
  { dimension, score, threshold, isBroken }: Score,
  late: number | undefined,
  words: Words,
): string {
  const name = words.dimension[dimension];
  const least = words.threshold(dimension, threshold);
  const sign = isBroken ? SIGNS.fault : ' ';
  const value = dimension === 'timeliness' ? words.lateBy(late ?? 0) : words.share(score);
  return `  ${sign} ${name.padEnd(13)} ${value}${least === '' ? '' : ` (${least})`}`;
}

function tellResource(
  { resource, rows, through, late, findings, scores }: ResourceReport,
  words: Words,
): string[] {
  const facts = said([
    rows !== undefined && words.rows(rows),
    through !== undefined && words.through(through),
  ]).join(', ');
  return [
    '',
    `${resource.name}${facts === '' ? '' : ` · ${facts}`}`,
    ...tellFindings(findings, scores, words),
    ...scores.map((score) => tellScore(score, late, words)),
  ];
}

/** The rules by which the scores are given, once for the report. */
function tellRules(resources: readonly ResourceReport[], words: Words): string[] {
  const used = DIMENSIONS.filter((dimension) =>
    resources.some(({ scores }) => scores.some((score) => score.dimension === dimension)),
  );
  if (used.length === 0) return [];
  return [
    '',
    words.rulesTitle,
    ...used.map((dimension) => `  ${words.dimension[dimension]}: ${words.rule[dimension]}`),
  ];
}

/** The report as somebody reads it. */
export function reportText(report: Report, name: string, words: Words): string {
  const { manifest, resources, exit } = report;
  const faults =
    manifest.filter((finding) => isFault(finding, [])).length +
    resources.reduce(
      (sum, { findings, scores }) => sum + findings.filter((each) => isFault(each, scores)).length,
      0,
    );
  const lines = [
    name,
    ...(manifest.length === 0 ? [`  ${words.goodManifest}`] : tellFindings(manifest, [], words)),
    ...resources.flatMap((each) => tellResource(each, words)),
    ...tellRules(resources, words),
    '',
    words.verdict(faults, exit),
  ];
  return `${lines.join('\n')}\n`;
}

/** One line for each source, for a schedule's log: how old its data are, what is wrong with it. */
export function reportLines({ manifest, resources }: Report, words: Words): string {
  const lines = resources.map((each) => {
    const { resource, through, late, findings, scores, error } = each;
    const bad = findings.filter((finding) => isFault(finding, scores));
    const state = error ?? (bad[0] ? tellFinding(bad[0], words) : words.good);
    const more = error === undefined && bad.length > 1 ? ` ${words.andMore(bad.length - 1)}` : '';
    return [
      resource.name,
      through === undefined ? '-' : words.through(through),
      late === undefined ? '-' : words.lateBy(late),
      `${state}${more}`,
    ].join('\t');
  });
  const faults = manifest.filter((finding) => isFault(finding, []));
  const [first] = faults;
  const own = first ? [['manifest', '-', '-', tellFinding(first, words)].join('\t')] : [];
  return `${[...own, ...lines].join('\n')}\n`;
}
