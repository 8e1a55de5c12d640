import { LitElement } from 'lit';
import type { Otherwise } from '../../engine/engine.js';

/** What the page says of a source beyond its address, as the names of attributes. */
export const SOURCE_OPTIONS =
  'resource decimal-char group-char encoding delimiter quote-char header-rows header-join comment-rows comment-char missing-values sheet-name unpivot code-system code-column code-to code-table expected';

/** The attributes of every widget that say where its data are and how they are written. */
export abstract class SourceAttributes extends LitElement {
  /**
   * Address of the data: a file, an API's request, or a dataset's page. Relative to the page.
   * @attr
   */
  declare src: string;
  /**
   * The name of an indicator of the observatory's manifest, which says all that is not written here.
   * @attr
   */
  declare indicator: string;
  /**
   * Address of the observatory's manifest; without it, that of the nearest `data-observatory` around the widget, or of
   * the page's script.
   * @attr
   */
  declare observatory: string;
  /**
   * How the source answers: `csv`, `json`, `ckan` or another that the documentation lists. Found out where it is not
   * given.
   * @attr
   */
  declare protocol: string;
  /**
   * The hosts that data may come from, beside the page's own: `datos.gob.pe *.inei.gob.pe localhost:8080`; any, where
   * nothing around the widget says either. Written as `data-obs-hosts` on an element around it, or on the script, it
   * holds for all within; an address must be in every list. Empty, only the page's own.
   * @attr
   */
  declare hosts: string;
  /**
   * Which resource of a dataset, by id or name.
   * @attr
   */
  declare resource: string;
  /**
   * The decimal mark of the file, `.` or `,`, where it cannot be told.
   * @attr decimal-char
   * @type {'.' | ','}
   */
  declare decimalChar: string;
  /**
   * The mark between thousands, where it cannot be told: `.`, `,`, a space or an apostrophe.
   * @attr group-char
   */
  declare groupChar: string;
  /**
   * How the letters of the file are encoded, where it does not say: `windows-1252`.
   * @attr
   */
  declare encoding: string;
  /**
   * What parts the cells of the file: `;`, `,`, `|` or `\t`.
   * @attr
   */
  declare delimiter: string;
  /**
   * The mark around cells that hold a delimiter; `"` without it.
   * @attr quote-char
   */
  declare quoteChar: string;
  /**
   * The rows of the file that are its header, from 1: `4 5`; `none` where it has no header.
   * @attr header-rows
   */
  declare headerRows: string;
  /**
   * What stands between the parts of a name that several header rows make; a space without it.
   * @attr header-join
   */
  declare headerJoin: string;
  /**
   * Rows of the file that are no data, from 1: `1 2 3`, or `1..3`.
   * @attr comment-rows
   */
  declare commentRows: string;
  /**
   * The mark with which lines begin that are no data: `#`.
   * @attr comment-char
   */
  declare commentChar: string;
  /**
   * How the file writes that there is no value, and why: `S/D, n.d.; - = notApplicable; x = suppressed`.
   * @attr missing-values
   */
  declare missingValues: string;
  /**
   * Which sheet of a workbook, by name or number from 1; the first without it.
   * @attr sheet-name
   */
  declare sheetName: string;
  /**
   * Columns to put one below the other, and the names of the two that they become: `Enero..Diciembre as mes, casos`.
   * @attr
   */
  declare unpivot: string;
  /**
   * Which list the codes of places are from: `inei`, `reniec`, `sunat`, `iso-3166-2`, `dane`. Never guessed where two
   * fit.
   * @attr code-system
   */
  declare codeSystem: string;
  /**
   * The column of the codes of places; the one named like a code of places without it.
   * @attr code-column
   */
  declare codeColumn: string;
  /**
   * The list that the codes are put into: `inei`. Needs `code-system` and `code-table`.
   * @attr code-to
   */
  declare codeTo: string;
  /**
   * Address of a table with the codes of both lists side by side, a column each.
   * @attr code-table
   */
  declare codeTable: string;
  /**
   * What the source has held so far, so that a change there is told,
   * `anio: period; tasa | tasa_100k: 0..60; total = hurto + robo; unique(anio, distrito)`: columns with their other
   * names, kinds, ranges and units, sums, and what tells rows apart.
   * @attr
   */
  declare expected: string;
  /**
   * Largest reply taken, in bytes after decompression.
   * @attr max-bytes
   * @default 33554432
   */
  declare maxBytes: string;
  /**
   * Seconds to wait for a whole reply.
   * @attr
   * @default 20
   */
  declare timeout: string;
  /**
   * Seconds to wait for a reply to begin.
   * @attr first-byte-timeout
   * @default 8
   */
  declare firstByteTimeout: string;
  /**
   * Address of a file with the same columns, for when the source cannot be had.
   * @attr
   */
  declare snapshot: string;
  /**
   * Of an indicator: the figures as the observatory's snapshot had them on that day, for ever: `2026-08-12`.
   * @attr as-of
   */
  declare asOf: string;
  /** @internal What stands in for the source, as the observatory says. */
  declare otherwise: Otherwise | undefined;
  /**
   * Seconds to wait between two pieces of a reply.
   * @attr stall-timeout
   * @default 5
   */
  declare stallTimeout: string;
}
