import type { Notice } from './notice.js';

/** Names that are all different and none empty; what was changed is told. */
export function distinctNames(names: readonly string[]): { names: string[]; notices: Notice[] } {
  const used = new Set<string>();
  const notices: Notice[] = [];
  const distinct = names.map((given, index) => {
    const wanted = given.trim() === '' ? `columna_${index + 1}` : given.trim();
    let name = wanted;
    for (let count = 2; used.has(name); count++) name = `${wanted} (${count})`;
    used.add(name);
    if (name !== given.trim()) notices.push({ code: 'column-renamed', column: name, value: given });
    return name;
  });
  return { names: distinct, notices };
}
