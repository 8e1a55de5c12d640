/** What one of several series is called: a part of a breakdown that has no word is told as such. */
export function seriesName(name: string, noCategory: string): string {
  return name
    .split(' · ')
    .map((part) => part || noCategory)
    .join(' · ');
}
