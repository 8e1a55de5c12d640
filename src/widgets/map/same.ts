/** Whether what something was made from is what it would be made from now. */
export function isSame(before: readonly unknown[] | undefined, now: readonly unknown[]): boolean {
  return before !== undefined && now.every((each, index) => each === before[index]);
}
