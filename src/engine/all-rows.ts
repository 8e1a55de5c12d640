/** A question that asks nothing but the rows. */
export const ALL_ROWS = {
  value: '', time: '', by: '', where: '', per: '', interval: '', sort: '', limit: '', status: '', labels: '',
  breaks: '', revisions: '', suppressUnder: '', provisionalFrom: '', completeThrough: '', range: '', series: false,
} as const; // prettier-ignore
