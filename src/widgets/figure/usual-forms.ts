/** Attributes that a figure can do without, where they have a form that they do not take. */
export interface Formed {
  theme: string;
  headingLevel: string;
  decimals: string;
  updatedOn: string;
  sourceHref: string;
}

const USUAL = /^(light|dark)?;[2-6]?;\d?;[\d-]*;(https?:\/\/.*)?$/;

/** Whether they are written as most pages write them; of what is not, `putOddAside` knows whether it is right. */
export function hasUsualForms({ theme, headingLevel, decimals, updatedOn, sourceHref }: Formed): boolean {
  return USUAL.test([theme, headingLevel, decimals, updatedOn, sourceHref].join(';'));
}
