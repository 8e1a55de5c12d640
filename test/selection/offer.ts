import type { Offer, Option } from '../../src/selection/selection.js';

export const OPTIONS: readonly Option[] = [
  { value: '13', label: 'La Libertad' },
  { value: '20', label: 'Piura' },
  { value: "O'Higgins", label: "O'Higgins" },
];

export const offer = (more: Partial<Offer> = {}): Offer => ({
  kind: 'place',
  column: '',
  options: OPTIONS,
  initial: '',
  isRequired: false,
  isInUrl: false,
  ...more,
});
