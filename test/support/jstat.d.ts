declare module 'jstat' {
  /** Only what the tests ask of it. */
  const library: {
    readonly chisquare: { inv(probability: number, degrees: number): number };
    readonly poisson: { cdf(count: number, mean: number): number };
    readonly binomial: { cdf(count: number, trials: number, probability: number): number };
  };
  export default library;
}
