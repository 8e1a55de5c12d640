import type { ColumnDescription } from '../table/describe.js';
import type { Dimension } from './cube.js';
import { textOf, type ReadDimension } from './json-stat-dimensions.js';
import { asObject, own, type JsonObject } from './json-text.js';

interface Unit {
  readonly text: string;
  readonly decimals: number | undefined;
}

/** `personas × 1000`: what is counted, with the power of ten that its numbers are to be multiplied by. */
function readUnit(unit: JsonObject): Unit {
  const label = textOf(own(unit, 'label'));
  const multiplier = own(unit, 'multiplier');
  const isScaled = typeof multiplier === 'number' && multiplier > 0 && multiplier <= 15;
  const base = textOf(own(unit, 'base')) || textOf(own(unit, 'symbol'));
  const decimals = own(unit, 'decimals');
  return {
    text: (label || [base, isScaled && `× ${10 ** multiplier}`].filter(Boolean).join(' ')).trim(),
    decimals: readDecimals(decimals),
  };
}

export function readDecimals(value: unknown): number | undefined {
  const decimals = typeof value === 'string' && value !== '' ? Number(value) : value;
  return Number.isInteger(decimals) && Number(decimals) >= 0 && Number(decimals) <= 15
    ? Number(decimals)
    : undefined;
}

/** A dimension of measures whose units differ says each beside its name. */
export function withUnits<D extends Dimension>(dimension: D, units: readonly string[]): D {
  const labels = dimension.labels.map((label, index) => {
    const unit = units[index] ?? '';
    return unit === '' || label.includes(unit) ? label : `${label} (${unit})`;
  });
  return { ...dimension, labels };
}

export interface Measured<D extends Dimension> {
  readonly dimensions: readonly D[];
  readonly value: Pick<ColumnDescription, 'unit' | 'decimals'>;
}

/** The unit that all values share, or the units of each measure beside its name. */
export function unitsOf(dataset: JsonObject, dimensions: readonly ReadDimension[]): Measured<ReadDimension> {
  const inCategories = dimensions.map(({ source, codes }) => {
    const units = asObject(own(asObject(own(source, 'category')), 'unit'));
    return codes.map((code) => readUnit(asObject(own(units, code))));
  });
  const place = dimensions.findIndex(
    ({ isMetric }, index) => isMetric || inCategories[index]?.some(({ text }) => text !== ''),
  );
  const units = inCategories[place] ?? [];
  const texts = new Set(units.map(({ text }) => text));
  const named = dimensions.find(({ id, codes }) => /^unit(_measure|s)?$/i.test(id) && codes.length === 1);
  const unit = (texts.size === 1 && units[0]?.text) || named?.labels[0];
  const said = units.map(({ decimals }) => decimals).filter((each) => each !== undefined);
  const px = asObject(own(asObject(own(dataset, 'extension')), 'px'));
  const decimals =
    said.length > 0 && said.length === units.length ? Math.max(...said) : readDecimals(own(px, 'decimals'));
  return {
    dimensions: dimensions.map((dimension, index) =>
      index === place && texts.size > 1
        ? withUnits(
            dimension,
            units.map(({ text }) => text),
          )
        : dimension,
    ),
    value: { ...(unit && { unit }), ...(decimals !== undefined && { decimals }) },
  };
}
