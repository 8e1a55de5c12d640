import { measureTitle } from '../../text/measure-title.js';
import { told, type MethodTold } from './method-told.js';

/** A rate is per so many where the indicator does not say. */
const USUAL_SCALE = 100_000;

/** A measure in words, its column by the title that the schema gives it: `Suma de Denuncias`. */
function measureText(of: MethodTold, measure: string): { readonly text: string; readonly isColumn: boolean } {
  const { words, messages, resource } = of;
  const [, verb = '', inside = measure] = /^\s*(\w+)\s*\(\s*(.*?)\s*\)\s*$/s.exec(measure) ?? [];
  const column = inside.trim();
  const field = resource?.schema?.fields.find(({ name }) => name === column);
  const title = told(of, field?.title) || column;
  const name = verb === '' ? title : `${verb.toLowerCase()}(${title})`;
  return {
    text: measureTitle({ name }, words, messages.measures),
    isColumn: verb === '',
  };
}

/** How the indicator is calculated, in words that a reader who knows no formulas can follow. */
export function formulaText(of: MethodTold): string {
  const { indicator, words, messages } = of;
  const { numerator, denominator, scale = USUAL_SCALE } = indicator;
  const counted = measureText(of, numerator);
  if (denominator) {
    const { value } = denominator;
    const dividedBy = value === undefined ? messages.population : measureText(of, value).text;
    return messages.rate(counted.text, dividedBy, told(of, denominator.source), words.number(scale));
  }
  return counted.isColumn ? messages.asPublished(counted.text) : `${counted.text}.`;
}
