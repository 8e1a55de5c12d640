/** Files that can be downloaded, in the order in which they are offered. */
export const FORMATS = ['excel', 'csv', 'json', 'header'] as const;

export type Format = (typeof FORMATS)[number];
