import { DataError } from '../errors.js';

/** Lists of codes of places: three of Peru that look alike and name different districts, ISO's, and Colombia's. */
export const CODE_SYSTEMS = ['inei', 'reniec', 'sunat', 'iso-3166-2', 'dane'] as const;

export type CodeSystem = (typeof CODE_SYSTEMS)[number];

/** Whether two digits each stand for department, province and district: codes whose zeros spreadsheets take. */
export function isPeruvian(system: CodeSystem): boolean {
  return system === 'inei' || system === 'reniec' || system === 'sunat';
}

/** A list by its name, as an attribute has it. */
export function codeSystemIn(attribute: string, text: string): CodeSystem {
  const system = CODE_SYSTEMS.find((each) => each === text.trim().toLowerCase());
  if (system) return system;
  throw new DataError('bad-attribute', { attribute, value: text, expected: CODE_SYSTEMS });
}

/**
 * What a column of places must be before it is joined with codes of that list: its codes are said to be of it. Never
 * guessed: a code that both lists have names another district in each.
 */
export function requireCodeSystem(
  { codeSystem }: { readonly codeSystem?: CodeSystem },
  wanted: CodeSystem,
): void {
  if (codeSystem === wanted) return;
  const expected = codeSystem === undefined ? CODE_SYSTEMS : [wanted];
  throw new DataError('bad-attribute', { attribute: 'code-system', value: codeSystem ?? '', expected });
}
