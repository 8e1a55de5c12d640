import ts from 'typescript';

export const MOST_LINES = 250;
export const MOST_FUNCTION_LINES = 60;

/** A name that says nothing of what is inside. */
export const VAGUE = /^(utils?|helpers?|common|commons|misc|miscellaneous|shared|lib|tools|stuff)(\.|$)/i;

/** An address on somebody's own machine. */
export const MACHINE_PATH = /(^|[\s"'`(=:])(\/(work|home|root|Users|tmp|var|opt)\/|[A-Z]:\\)/m;

export const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** The functions of a file that are longer than a reader holds in mind: `name (lines)`. */
export function longFunctions(path: string, code: string): string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const [from, to] = [node.getStart(file), node.getEnd()].map(
        (position) => file.getLineAndCharacterOfPosition(position).line,
      );
      const lines = (to ?? 0) - (from ?? 0) + 1;
      const name = node.name?.getText(file) ?? 'function';
      if (lines > MOST_FUNCTION_LINES) found.push(`${path}: ${name} (${lines})`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What would let the rules of the linter or the compiler be passed by, without a reason: `rule -- why`. */
export function unexplainedExceptions(code: string): string[] {
  const asked =
    code.match(/(eslint-disable|eslint [\w-]+:|@ts-ignore|@ts-expect-error|@ts-nocheck).*/g) ?? [];
  return asked.filter((line) => !/ -- \S/.test(line));
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
