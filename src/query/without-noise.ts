/** 0.1 and 0.2 are 0.3: a sum has no more decimals than its parts; what is beyond is noise, if it is as small. */
export function withoutNoise(sum: number, decimals: number): number {
  const rounded = Number(sum.toFixed(Math.min(decimals, 20)));
  return Math.abs(rounded - sum) < 10 ** -decimals * 1e-6 ? rounded : sum;
}
