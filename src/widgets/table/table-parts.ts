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

/** The name of a column and its unit: a button that puts the rows in its order. */
export function renderHeader(
  { label, unit, kind }: TableHeader,
  sorted: 'ascending' | 'descending' | undefined,
  { sortBy }: TableMessages,
  sort: () => void,
): TemplateResult {
  return html`<th
    scope="col"
    role="columnheader"
    class=${kind === 'number' ? 'number' : nothing}
    aria-sort=${sorted ?? nothing}
  >
    <button type="button" title=${sortBy(label)} @click=${sort}>
      <span>${label}${unit === '' ? nothing : html` <small>${unit}</small>`}</span>
      ${sorted ? html`<span class="sign" aria-hidden="true">${sorted === 'ascending' ? '▲' : '▼'}</span>` : nothing}
    </button>
  </th>`;
}

/** A row; its first cell is its header. Each cell carries its column's name for the narrow form. */
export function renderRow({ headers, cell }: TableModel, row: number): TemplateResult {
  return html`<tr role="row">
    ${headers.map(({ label, kind }, column) => {
      const name = html`<span class="name" aria-hidden="true">${label}</span>`;
      const content = html`${name}<span>${renderCell(cell(row, column))}</span>`;
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
