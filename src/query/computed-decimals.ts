/** What is smaller than so many decimals show is noise of the computation. */
const DECIMALS_OF_NOISE = 12;

/** With how many decimals computed values are told: the usual ones, or two digits of one that would be shown as zero. */
export function computedDecimals(values: Float64Array, usual: number): number {
  const least = values.reduce((least, value) => (value ? Math.min(least, Math.abs(value)) : least), 1);
  return least < 10 ** -usual ? Math.min(DECIMALS_OF_NOISE, 1 - Math.floor(Math.log10(least))) : usual;
}
