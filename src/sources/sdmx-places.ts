import type { TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import { componentsOf, type Component } from './sdmx-component.js';
import type { JsonObject } from './json-text.js';
import { isStatus, STATUS_COLUMN, StatusWords } from './sdmx-status.js';
import { sdmxPeriod } from './sdmx-time.js';
import { MULTIPLIER, UNIT, unitText, type OnlyValue } from './sdmx-unit.js';

/** The columns of one table of SDMX: each component has one, with the names of its codes. */
export class SdmxColumns {
  readonly statuses = new StatusWords();
  readonly #builder: TableBuilder;
  readonly #places = new Map<string, number>();
  readonly #told = new Map<string, ColumnDescription & { readonly wordLabels: Map<string, string> }>();
  readonly #measures = new Set<string>();
  readonly #units = new Set<string>();
  readonly #numeric = new Set<string>();
  readonly #worded = new Set<string>();
  #status = false;

  constructor(builder: TableBuilder) {
    this.#builder = builder;
    // A further page of the same table goes into the columns of the first.
    builder.names.forEach((name, index) => this.#places.set(name, index));
  }

  /** The column of a component, added where it is not there yet. */
  place(component: Pick<Component, 'id' | 'label' | 'isTime'>): number {
    const { id, label, isTime } = component;
    if (!this.#told.has(id)) {
      const said = label !== undefined && label !== id && { label };
      const kind = isTime ? 'period' : 'text';
      this.#told.set(id, { name: id.trim(), kind, ...said, wordLabels: new Map() });
    }
    return this.#column(id.trim());
  }

  #column(name: string): number {
    const place = this.#places.get(name) ?? this.#builder.addColumn(name);
    this.#places.set(name, place);
    return place;
  }

  /** The name of a code, for readers. */
  learn(id: string, code: string, name: string | undefined): void {
    if (name !== undefined && name !== code) this.#told.get(id)?.wordLabels.set(code, name);
  }

  measure(component: Pick<Component, 'id' | 'label'>): number {
    this.#measures.add(component.id);
    return this.place({ ...component, isTime: false });
  }

  /** A value of a measure has come: one that has words and no number is a column of text. */
  saw(id: string, isNumber: boolean): void {
    (isNumber ? this.#numeric : this.#worded).add(id);
  }

  status(): number {
    this.#status = true;
    return this.#column(STATUS_COLUMN);
  }

  unit(unit: string): void {
    if (unit !== '') this.#units.add(unit);
  }

  descriptions(): ColumnDescription[] {
    const [unit] = this.#units;
    const { legend } = this.statuses;
    return [...this.#told].map(([id, told]): ColumnDescription => {
      const { wordLabels, ...said } = told;
      if (this.#measures.has(id) && (this.#numeric.has(id) || !this.#worded.has(id))) {
        const status = this.#status && { status: STATUS_COLUMN, legend };
        return { ...said, kind: 'number', ...(unit && this.#units.size === 1 && { unit }), ...status };
      }
      return wordLabels.size > 0 && said.kind === 'text' ? { ...said, wordLabels } : said;
    });
  }
}

/** A cell of an observation: an index of the component's values, or the value itself. */
export function textOf(
  component: Component,
  cell: unknown,
  plain: (cell: unknown) => string | undefined,
): string {
  const { values, usual } = component;
  const isIndex = values.length > 0 && typeof cell === 'number';
  const text = isIndex ? values[cell]?.text : plain(cell);
  return text ?? usual ?? '';
}

/** The only value that a coded component lists. */
function onlyValue(component: Component | undefined): OnlyValue | undefined {
  const values = new Map(
    component?.values.flatMap((each) => (each ? [[each.text, each.name ?? each.text]] : [])),
  );
  const [only] = values;
  return only && values.size === 1 ? { text: only[0], name: only[1] } : undefined;
}

/** The components of one structure, by what becomes of them. */
export interface Places {
  /** In the order in which keys count them: of the data set, of a series, of an observation. */
  readonly dimensions: readonly (Component | undefined)[];
  /** How many of them belong to the data set, and how many to it and the series. */
  readonly levels: readonly [dataSet: number, series: number];
  readonly columns: readonly number[];
  /** What each dimension's values are in the table. */
  readonly codes: readonly (readonly (string | undefined)[])[];
  readonly measures: readonly (Component | undefined)[];
  readonly measureColumns: readonly (number | undefined)[];
  readonly attributes: Readonly<
    Record<'dataSet' | 'dimensionGroup' | 'series' | 'observation', readonly (Component | undefined)[]>
  >;
  /** Attributes that are the statuses of values. */
  readonly statuses: ReadonlySet<string>;
  /** Attributes that became the unit of the measures, and are no columns. */
  readonly said: ReadonlySet<string>;
}

/** Without a list of measures there is the one that SDMX 2.1 knows. */
const OBS_VALUE: Component = {
  id: 'OBS_VALUE',
  label: undefined,
  isTime: false,
  position: undefined,
  values: [],
  usual: undefined,
  dataType: '',
};

/** The unit of the values, where all have one; its attributes are told in it and not again. */
function learnUnit(components: readonly (Component | undefined)[], columns: SdmxColumns): Set<string> {
  const find = (pattern: RegExp): Component | undefined =>
    components.find((each) => each && pattern.test(each.id));
  const [unit, multiplier] = [find(UNIT), find(MULTIPLIER)];
  columns.unit(unitText(onlyValue(unit), onlyValue(multiplier)));
  const said = [unit, multiplier].filter((each) => onlyValue(each) !== undefined);
  return new Set(said.flatMap((each) => each?.id ?? []));
}

/** Finds a place for each component of a structure: dimensions in the order of their key, time last. */
export function placesOf(structure: JsonObject, columns: SdmxColumns): Places {
  const of = (level: string): (Component | undefined)[] => componentsOf(structure, 'dimensions', level);
  const [dataSet, series, observation] = [of('dataSet'), of('series'), of('observation')];
  const dimensions = [...dataSet, ...series, ...observation];
  const order = dimensions.filter((each) => each !== undefined);
  const rank = ({ position, isTime }: Component): number => position ?? (isTime ? 1e9 : 1e8);
  order.sort((a, b) => rank(a) - rank(b));
  for (const each of order) {
    columns.place(each);
    for (const value of each.values) if (value) columns.learn(each.id, value.text, value.name);
  }
  const listed = componentsOf(structure, 'measures', 'observation');
  const measures = listed.length > 0 ? listed : [OBS_VALUE];
  const measureColumns = measures.map((each) => each && columns.measure(each));
  const attributesOf = (level: string): (Component | undefined)[] =>
    componentsOf(structure, 'attributes', level);
  const attributes = {
    dataSet: attributesOf('dataSet'),
    dimensionGroup: attributesOf('dimensionGroup'),
    series: attributesOf('series'),
    observation: attributesOf('observation'),
  };
  const all = Object.values(attributes).flat();
  const said = learnUnit([...all, ...dimensions], columns);
  // What is a dimension already is told by it.
  for (const each of order) said.add(each.id);
  const codes = dimensions.map((each) =>
    (each?.values ?? []).map((value) => value && (each?.isTime ? sdmxPeriod(value.text) : value.text)),
  );
  const statuses = new Set(all.flatMap((each) => (each && isStatus(each.id) ? [each.id] : [])));
  if (statuses.size > 0) columns.status();
  const places = dimensions.map((each) => (each ? columns.place(each) : -1));
  return {
    dimensions,
    levels: [dataSet.length, dataSet.length + series.length],
    columns: places,
    codes,
    statuses,
    measures,
    measureColumns,
    attributes,
    said,
  };
}
