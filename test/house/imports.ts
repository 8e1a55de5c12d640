import ts from 'typescript';
import { posix } from 'node:path';

/** One import, as it stands in the code. */
export interface Import {
  readonly from: string;
  /** A module of ours by its path from `src/`, or the name of a package. */
  readonly to: string;
  /** `type` leaves nothing behind when it is compiled; `later` is `import(…)`. */
  readonly kind: 'now' | 'type' | 'later';
}

/** Modules by their path from `src/`. */
export type Modules = Readonly<Record<string, string>>;

function targetOf(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

function isOnlyTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = clause;
  return (
    !clause.name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

/** What each kind of node imports: `import … from`, `export … from`, `import(…)`, `typeof import(…)`. */
function importOf(node: ts.Node): { specifier: ts.Node | undefined; kind: Import['kind'] } | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return { specifier: node.moduleSpecifier, kind: isOnlyTypes(node) ? 'type' : 'now' };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { specifier: node.arguments[0], kind: 'later' };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: node.argument.literal, kind: 'type' };
  }
  return undefined;
}

/** Every import of the modules, read as the compiler reads it: comments and texts are none. */
export function importsOf(modules: Modules): Import[] {
  const found: Import[] = [];
  for (const [from, code] of Object.entries(modules)) {
    const visit = (node: ts.Node): void => {
      const { specifier, kind = 'now' } = importOf(node) ?? {};
      if (specifier && ts.isStringLiteral(specifier)) {
        found.push({ from, to: targetOf(from, specifier.text), kind });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(from, code, ts.ScriptTarget.ES2022));
  }
  return found;
}

/** Modules that need each other, each ring once: `a.ts → b.ts → a.ts`. */
export function ringsOf(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const rings: string[] = [];
  const done = new Set<string>();
  const walk = (module: string, way: readonly string[]): void => {
    const at = way.indexOf(module);
    if (at >= 0) rings.push([...way.slice(at), module].join(' → '));
    if (at >= 0 || done.has(module)) return;
    for (const to of next.get(module) ?? []) walk(to, [...way, module]);
    done.add(module);
  };
  for (const module of next.keys()) walk(module, []);
  return rings;
}

/** What a module brings with it when it is loaded, by the shortest way there: `['a.ts', 'b.ts', 'lit']`. */
export function broughtBy(module: string, imports: readonly Import[]): (readonly string[])[] {
  const ways: string[][] = [[module]];
  const seen = new Set([module]);
  for (const way of ways) {
    for (const { to } of imports.filter((each) => each.from === way.at(-1) && each.kind === 'now')) {
      if (!seen.has(to)) ways.push([...way, to]);
      seen.add(to);
    }
  }
  return ways;
}
