import { html, nothing, type TemplateResult } from 'lit';
import type { TableMessages } from '../../text/messages.js';
import type { Words } from '../../text/words.js';
import type { Rendered } from '../figure/frame.js';
import type { TableCell, TableHeader, TableModel } from './table-model.js';

/** A value, with what qualifies it explained to whoever points at it or listens. */
function renderCell({ text, marks, meaning }: TableCell): Rendered {
  if (meaning === '') return html`${text}`;
  if (marks === '') return html`<abbr title=${meaning}>${text}</abbr>`;
  return html`${text} <abbr title=${meaning}>${marks}</abbr>`;
}

/** By which column the rows are sorted. */
export interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** The name of a column and its unit; where there is room, a button that puts the rows in its order. */
export function renderHeader(
  { label, unit, kind }: TableHeader,
  sorted: 'ascending' | 'descending' | undefined,
  isStacked: boolean,
  { sortBy }: TableMessages,
  sort: () => void,
): TemplateResult {
  const name = html`<span>${label}${unit === '' ? nothing : html` <small>${unit}</small>`}</span>`;
  const sign = sorted === 'ascending' ? '▲' : '▼';
  return html`<th
    scope="col"
    role="columnheader"
    class=${kind === 'number' ? 'number' : nothing}
    aria-sort=${sorted ?? nothing}
  >
    ${
      isStacked
        ? name
        : html`<button type="button" title=${sortBy(label)} @click=${sort}>
            ${name} ${sorted ? html`<span class="sign" aria-hidden="true">${sign}</span>` : nothing}
          </button>`
    }
  </th>`;
}

/** The order of rows that stand one below the other, where no header is seen: a column, and up or down. */
export function renderSort(
  headers: readonly TableHeader[],
  order: Order | undefined,
  { sort, unsorted, orders }: TableMessages,
  sortBy: (column: number | undefined) => void,
): TemplateResult {
  const chosen = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    sortBy(value === '' ? undefined : Number(value));
  };
  const kind = order && headers[order.column]?.kind;
  return html`<div class="tools">
    <label
      >${sort}
      <select @change=${chosen}>
        <option value="" ?selected=${!order}>${unsorted}</option>
        ${headers.map(
          ({ label }, column) =>
            html`<option value=${column} ?selected=${order?.column === column}>${label}</option>`,
        )}
      </select></label
    >
    ${
      order && kind
        ? html`<button type="button" @click=${() => sortBy(order.column)}>
            <span aria-hidden="true">${order.descending ? '▼' : '▲'}</span>
            ${orders[kind][order.descending ? 1 : 0]}
          </button>`
        : nothing
    }
  </div>`;
}

/** Beside a value that stands apart from its header; what is no value has no unit. */
function renderUnit({ marks, meaning }: TableCell, unit: string): Rendered {
  const isValue = marks !== '' || meaning === '';
  // A space of the template's own would be lost where templates are made small.
  return unit === '' || !isValue ? nothing : html`${' '}<small aria-hidden="true">${unit}</small>`;
}

/** A row; its first cell is its header. Each cell carries its column's name for the narrow form. */
export function renderRow({ headers, cell }: TableModel, row: number, isStacked: boolean): TemplateResult {
  return html`<tr role="row">
    ${headers.map(({ label, kind, unit }, column) => {
      const name = html`<span class="name" aria-hidden="true">${label}</span>`;
      const found = cell(row, column);
      const content = html`${name}<span
          >${renderCell(found)}${isStacked ? renderUnit(found, unit) : nothing}</span
        >`;
      return column === 0
        ? html`<th scope="row" role="rowheader">${content}</th>`
        : html`<td role="cell" class=${kind === 'number' ? 'number' : nothing}>${content}</td>`;
    })}
  </tr>`;
}

/** The way to the other pages. A button at the end of its way stays where the focus is, and says that it is off. */
export function renderPages(
  page: number,
  pages: number,
  turnTo: (page: number) => void,
  { previous, next, page: pageOf }: TableMessages,
  { number }: Words,
): TemplateResult {
  const turn = (label: string, to: number): TemplateResult => {
    const isOff = to < 0 || to >= pages;
    return html`<button type="button" aria-disabled=${isOff} @click=${() => void (isOff || turnTo(to))}>
      ${label}
    </button>`;
  };
  return html`<div class="pages" part="pages">
    ${turn(previous, page - 1)}
    <span>${pageOf(number(page + 1), number(pages))}</span>
    ${turn(next, page + 1)}
  </div>`;
}
