import type { Report } from './check.js';
import { isFault } from './quality.js';
import { ruleOf } from './quality-results.js';

/** The report for a program: codes and facts, no sentences. */
export function reportJson({ manifest, resources, exit }: Report, name: string, today: string): string {
  const report = {
    manifest: name,
    date: today,
    exit,
    findings: manifest.map((finding) => ({ ...finding, isFault: isFault(finding, []) })),
    resources: resources.map(({ resource, rows, through, late, error, scores, findings }) => ({
      ...{ name: resource.name, rows, through, late, error },
      scores: scores.map((score) => ({ ...score, rule: ruleOf(score.dimension) })),
      findings: findings.map((finding) => ({ ...finding, isFault: isFault(finding, scores) })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
