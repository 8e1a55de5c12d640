/** A name without what differs among those who write it: capitals, accents, spaces around it. */
export function plainName(name: string): string {
  return name.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
