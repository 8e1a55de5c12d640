import { html, type TemplateResult } from 'lit';
import type { TrendModel } from './trend-model.js';

/** The same values as the chart, as a table: always there for those who cannot see the chart. */
export function renderTwin({ frame, all, periods, periodHeader }: TrendModel): TemplateResult {
  const header = (name: string): string => (name === '' ? frame.unit || frame.heading : name);
  return html`<table>
    <caption>
      ${frame.heading}
    </caption>
    <thead>
      <tr>
        <th scope="col">${periodHeader}</th>
        ${all.map(({ name }) => html`<th scope="col">${header(name)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${periods.map(
        ({ label }, row) =>
          html`<tr>
            <th scope="row">${label}</th>
            ${all.map(({ points }) => html`<td>${points[row]?.text ?? ''}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
