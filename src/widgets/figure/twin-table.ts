import { html, type TemplateResult } from 'lit';
import type { TwinTable } from './twin-table-model.js';

/** A chart as a table: always there for those who cannot see the chart. */
export function renderTwin({ caption, headers, rows }: TwinTable): TemplateResult {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${headers.map((header) => html`<th scope="col">${header}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ header, cells }) =>
          html`<tr>
            <th scope="row">${header}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
