import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { SizeController } from '../../controllers/size-controller.js';
import type { Answer } from '../../engine/engine.js';
import type { Rows } from '../../table/column.js';
import type { Table } from '../../table/table.js';
import { takeTable } from '../../table/take-rows.js';
import { amount } from '../../text/attribute-values.js';
import { table as spanish } from '../../text/es/table.js';
import { joined } from '../../text/joined.js';
import type { TableMessages } from '../../text/messages.js';
import { defineWidget } from '../define.js';
import { ObsShownEvent } from '../figure/events.js';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureElement } from '../figure/figure-element.js';
import { asRead, makeTableModel, matchingRows, type TableModel } from './table-model.js';
import { renderHeader, renderPages, renderRow, renderSort, type Order } from './table-parts.js';
import { tableStyles } from './table.styles.js';

const USUAL_PAGE_SIZE = 10;
const LARGEST_PAGE_SIZE = 100;

/**
 * The data as a table: a page of rows at a time, in any order, with a search; every value with what qualifies it.
 *
 * @csspart tools - Search and number of rows.
 * @csspart table - The table.
 * @csspart pages - The buttons to turn pages.
 * @cssproperty [--obs-table-block-size=40em] - Height kept free for the table, so that nothing moves when it comes.
 */
export class ObsTable extends FigureElement<TableModel> {
  static override styles: CSSResultGroup = [FigureElement.styles, tableStyles];
  static override properties: PropertyDeclarations = {
    ...textAttributes('page-size'),
    order: { state: true },
    search: { state: true },
    page: { state: true },
    rows: { state: true },
    overflows: { state: true },
    isStacked: { state: true },
    said: { state: true },
  };

  /**
   * Rows on a page, 100 at most.
   * @attr page-size
   * @default 10
   */
  declare pageSize: string;
  declare private order: Order | undefined;
  declare private search: string;
  declare private page: number;
  /** The rows that match the search, in the order chosen. */
  declare private rows: Rows;
  declare private overflows: boolean;
  /** Whether each row's cells stand one below the other: told in the next frame, since that changes its size. */
  declare private isStacked: boolean;
  /** What the reader's last step has changed, for those who listen. */
  declare private said: string;

  protected override readonly asksForSeries = false;
  readonly #size = new SizeController(this, () => requestAnimationFrame(() => this.#measure()));
  #shown: { readonly rows: Rows; readonly table: Table } | undefined;
  #perPage = USUAL_PAGE_SIZE;
  /** The table that `rows` are of. */
  #arranged: TableModel['table'] | undefined;

  constructor() {
    super();
    this.search = this.said = '';
    this.page = 0;
    this.rows = [];
    this.overflows = this.isStacked = false;
  }

  get #messages(): TableMessages {
    return this.language.messages?.table ?? spanish;
  }

  #readPageSize(): number {
    this.odd.delete('pageSize');
    const wanted = amount('page-size', this.pageSize, '10') ?? USUAL_PAGE_SIZE;
    const size = Math.min(LARGEST_PAGE_SIZE, Math.max(1, Math.floor(wanted)));
    if (size !== wanted) this.odd.set('pageSize', this.pageSize);
    return size;
  }

  override get shown(): Answer | undefined {
    const { model } = this;
    const answer = super.shown;
    return model && answer && { ...answer, table: this.#shownTable(model.table) };
  }

  /** The rows that match the search, in the order chosen: the same table as long as they are the same. */
  #shownTable(table: Table): Table {
    if (this.#shown?.rows !== this.rows)
      this.#shown = { rows: this.rows, table: takeTable(table, this.rows) };
    return this.#shown.table;
  }

  protected override makeModel(answer: Answer): TableModel {
    this.#perPage = this.#readPageSize();
    const { words } = this.language;
    const model = makeTableModel(answer, this, this.decimalsShown, words, this.#messages.measures);
    if (model.table !== this.#arranged) {
      this.#arranged = model.table;
      this.order = this.#givenOrder(model.table);
      this.page = 0;
      this.rows = matchingRows(model.table, this.search, words);
    }
    return model;
  }

  /** The order in which the rows come, where `sort` names one column. */
  #givenOrder(table: Table): Order | undefined {
    const [name = '', direction] = this.sort.trim().split(/\s+(?=(?:asc|desc)$)/i);
    const column = table.columns.findIndex((each) => each.name === name);
    return column < 0 ? undefined : { column, descending: direction?.toLowerCase() === 'desc' };
  }

  /** Finds the rows again, in order; from the first page. Then says what was done. */
  async #arrange(said: () => string): Promise<void> {
    const { model, order, search } = this;
    if (!model) return;
    const { table } = model;
    let rows = matchingRows(table, search, this.language.words);
    const column = order && table.columns[order.column];
    if (order && column) {
      const { sortedRows } = await import('../../query/sort.js');
      const kept = rows.length === table.length ? undefined : new Set(rows);
      const sorted = sortedRows(table, [[asRead(column), order.descending]]);
      rows = kept ? sorted.filter((row) => kept.has(row)) : sorted;
    }
    // Meanwhile other data may have come, or the reader has gone on.
    if (table !== this.#arranged || order !== this.order || search !== this.search) return;
    [this.rows, this.page] = [rows, 0];
    this.said = said();
    this.dispatchEvent(new ObsShownEvent());
  }

  protected override renderFigure(model: TableModel): TemplateResult {
    const perPage = this.#perPage;
    const pages = Math.max(1, Math.ceil(this.rows.length / perPage));
    const page = Math.min(this.page, pages - 1);
    const from = page * perPage;
    const shown = Array.from(this.rows.slice(from, from + perPage));
    const isSortable = this.isStacked && model.table.length > 1;
    return html`${model.table.length > perPage ? this.#renderTools(model) : nothing}
      ${isSortable ? renderSort(model.headers, this.order, this.#messages, (column) => this.#sortBy(column)) : nothing}
      <section
        class="scroll"
        tabindex=${this.overflows ? 0 : nothing}
        aria-label=${this.overflows ? `${model.frame.heading}, ${this.#messages.scrolls}` : nothing}
      >
        ${this.#renderTable(model, shown)}
      </section>
      ${pages > 1 ? renderPages(page, pages, (to) => this.#turnTo(to, pages), this.#messages, this.language.words) : nothing}
      <p class="hidden" role="status">${this.said}</p>`;
  }

  #turnTo(page: number, pages: number): void {
    const [at, of] = [page + 1, pages].map((each) => this.language.words.number(each));
    [this.page, this.said] = [page, this.#messages.page(at ?? '', of ?? '')];
  }

  /** `25 de 196 filas` */
  #count(model: TableModel): string {
    const { number } = this.language.words;
    return this.#messages.rows(number(this.rows.length), number(model.table.length));
  }

  #renderTools(model: TableModel): TemplateResult {
    return html`<div class="tools search" part="tools">
      <label
        >${this.#messages.filter} <input type="search" .value=${this.search} @input=${this.#searched}
      /></label>
      <span>${this.#count(model)}</span>
    </div>`;
  }

  #renderTable(model: TableModel, rows: readonly number[]): TemplateResult {
    return html`<table part="table" role="table">
      <caption>
        ${joined([model.frame.heading.replace(/\.$/, ''), model.frame.subtitle], '. ')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${model.headers.map((header, column) =>
            renderHeader(header, this.#sorted(column), this.isStacked, this.#messages, () =>
              this.#sortBy(column),
            ),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${
          rows.length === 0
            ? html`<tr role="row">
                <td role="cell" colspan=${model.headers.length}>${this.#messages.nothingFound}</td>
              </tr>`
            : rows.map((row) => renderRow(model, row, this.isStacked))
        }
      </tbody>
    </table>`;
  }

  #sorted(column: number): 'ascending' | 'descending' | undefined {
    const { order } = this;
    return order?.column === column ? (order.descending ? 'descending' : 'ascending') : undefined;
  }

  readonly #searched = (event: InputEvent): void => {
    this.search = (event.target as HTMLInputElement).value;
    void this.#arrange(() => (this.model ? this.#count(this.model) : ''));
  };

  /**
   * Numbers begin with the highest, words with A; the same column again turns the order round. Without a column the
   * rows are as they came.
   */
  #sortBy(column: number | undefined): void {
    const header = column === undefined ? undefined : this.model?.headers[column];
    const again = this.order?.column === column;
    const descending = again ? !this.order?.descending : header?.kind === 'number';
    this.order = column === undefined ? undefined : { column, descending };
    const { sorted, orders } = this.#messages;
    void this.#arrange(() => (header ? sorted(header.label, orders[header.kind][descending ? 1 : 0]) : ''));
  }

  protected override updated(): void {
    super.updated();
    this.#size.watch(this.renderRoot.querySelector('.scroll') ?? undefined);
    this.#measure();
  }

  /** A table wider than its room is scrolled, also by keyboard. */
  #measure(): void {
    const [scroll, table] = ['.scroll', 'table'].map((part) => this.renderRoot.querySelector(part));
    if (!scroll || !table) return;
    this.overflows = scroll.scrollWidth > scroll.clientWidth + 1;
    this.isStacked = getComputedStyle(table).display === 'block';
  }
}

defineWidget('obs-table', ObsTable);

declare global {
  interface HTMLElementTagNameMap {
    'obs-table': ObsTable;
  }
}
