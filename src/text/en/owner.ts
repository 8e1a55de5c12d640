import type { OwnerMessages } from '../messages.js';

/** For whoever runs the page. */
export const owner: OwnerMessages = {
  intro: 'Details for whoever runs this page',
  error: {
    offline: 'The browser has no connection.',
    timeout: 'The server took longer than allowed.',
    network:
      'The browser could not read the reply: either the server does not answer, or it does not send the Access-Control-Allow-Origin header (CORS). The browser does not let us tell which.',
    'blocked-by-page':
      "This page's Content-Security-Policy does not allow the connection: add the server to connect-src.",
    'bad-host':
      'The data-obs-hosts list does not have this server: if you trust it, add it to every list around the figure.',
    'mixed-content': 'An https page cannot read data over http: use the https address.',
    http: 'The server answered with an error code.',
    'not-data': 'HTML or another kind of file arrived instead of data: check the address or the format.',
    'old-workbook': 'It is an old Excel workbook (.xls): save it as CSV or XLSX.',
    'locked-workbook': 'The Excel workbook has a password: save it without one, or as CSV.',
    'not-public':
      'The sheet asks to sign in: share it with “Anyone with the link”, or publish it to the web.',
    'server-error': 'The portal answered with an error message instead of data.',
    'too-big': 'The reply exceeds the limit: ask for less (where, limit) or raise max-bytes.',
    malformed: 'The reply cannot be read.',
    'empty-reply': 'The reply was empty.',
    'missing-column': 'There is no such column.',
    'not-a-number': 'The column does not hold numbers.',
    'not-a-period': 'The column does not hold periods.',
    'several-rows': 'Several rows have the same period: say how to add them up, or filter with where.',
    'bad-attribute': 'The value of the attribute is not valid.',
    'bad-expression': 'The expression cannot be read.',
    'bad-address': 'The address is not valid, or not https.',
    'no-resource': 'The portal has no such dataset or resource.',
    'bad-manifest': 'The manifest of the observatory (observatory.json) has a mistake at that place.',
    'no-shapes':
      'There are no places to draw: the map must have areas (Polygon or MultiPolygon) with longitude and latitude in degrees, WGS 84; or be a list of squares.',
    internal: 'Internal error: please tell the maintainers of observatorio-widgets.',
  },
  notice: {
    'column-renamed': 'A column without a name, or with a name used twice, was given another one.',
    'rows-short': 'Some rows have fewer cells than the header: what is missing counts as no data.',
    'rows-long': 'Some rows have more cells than the header: what is left over is not shown.',
    'lines-left-out': 'Some lines are no part of the table, such as a title or a source: they are not shown.',
    'empty-cells-left-out': 'The table has too many cells without data: those were not loaded.',
    'quote-unclosed': 'A quotation mark is not closed.',
    'header-joined': 'The header takes two lines: they were joined.',
    'other-sheets': 'The workbook has other sheets, not read: sheet-name chooses one.',
    'codes-not-repaired':
      'Some UBIGEO codes seem to lack their leading zero, and it is not certain which: they stay as they are.',
    'codes-converted': 'Codes of places were put into the other list.',
    'codes-unmatched': 'These codes have no equivalent in the other list: they are left without a code.',
    'total-rows':
      'Some rows among the data are totals or percentages: where they should not count, leave them out with where.',
    'totals-left-out':
      'Some rows repeat others, as totals or percentages do: they are not added. To see them, name their column in by or in where.',
    'levels-unconfirmed':
      'By its number this row seems to be the total of others of its column, and the values do not confirm it: all were added. If it repeats the others, leave it out with where.',
    'rows-without-time': 'Some rows have no period: they are neither shown nor added.',
    'date-order-assumed': 'The dates can be read in two ways: this order was assumed.',
    'units-mixed':
      'Only some cells have a unit, or they have different ones: the column is left without a unit.',
    'codes-padded': 'The leading zero of UBIGEO codes was put back.',
    'decimal-assumed':
      'It is not certain which mark separates the decimals: this one was assumed. Use decimal-char="." or decimal-char=",".',
    'decimal-mixed': 'The column mixes decimal commas and points.',
    'unreadable-number': 'Some cells are not numbers: they count as no data.',
    'unreadable-period': 'Some cells are not periods: those rows are not shown.',
    'unknown-status': 'This status is not recognized: the value is shown without it.',
    'shapes-left-out': 'This column holds areas or lines of a map: they are no part of the table.',
    'map-key-guessed':
      'Nothing says which property of the map the data are joined by (geometry-key): the one most like a code is used.',
    'no-area': 'The map has points, lines or places without a shape: they are not drawn.',
    'places-unmatched':
      'These places of the data are not on the map, or several have that name: they are not drawn.',
    'read-as-windows-1252': 'The file is not UTF-8: it was read as windows-1252.',
    'nul-removed': 'NUL characters were removed.',
    'rows-repeated': 'The portal delivered more rows than it says it has: some may be repeated.',
    'encoding-unfit': 'The file is not written in the declared encoding: some letters could not be read.',
    partial: 'The portal did not deliver every row.',
    'source-undeclared': 'Neither the page nor the data say whose they are: add source-name and source-href.',
    'odd-value': 'The attribute does not take this value: it is not used.',
    'unknown-language': 'There are no words in that language: Spanish is used.',
    'unknown-attribute': 'This element has no such attribute.',
    'several-measures': 'No column was named (value): the first one with numbers was taken.',
    'no-interval':
      'An interval of confidence (interval) was asked for what is no count of cases: it is shown without one.',
    'per-population': 'Rates are made with the population that per tells, by its year.',
    'no-population':
      'The population of these years, or of some of the places, is missing in per: without it there is no rate.',
    'changed-since': 'The day of as-of is before the last copy, and some figures have changed since.',
    'small-counts-hidden':
      'Small counts are hidden (suppress-under), and others that would give them away. The data are in the browser all the same: what must stay secret must not be in the file.',
    'portal-has-none':
      'The portal was asked for this condition and found no row: check that the column and the value are written as in its data.',
    'no-such-value': 'No row has this value.',
    late: 'The data are later than expected.',
    'server-warning': 'The portal sent a warning along with the data.',
    'totals-among-parts':
      'There are totals (regions, groups) beside their parts: filter with where before adding up.',
    'averaged-by-portal':
      'The portal averages when it joins periods (collapse): for counts, ask for collapse_aggregation=sum in the address.',
    'denominator-repeated':
      'The denominator in per is repeated in the rows that this column tells apart: its sum counts it several times and the rate comes out lower. Choose one of them with where, or state the population in per.',
    'column-by-alias': 'The source renamed this column: the one it has now is used.',
    'column-gone': 'The source no longer has this column, or renamed it.',
    'column-empty': 'The column arrived without any value.',
    'kind-changed': 'The column no longer holds what was expected.',
    'unit-changed': 'The source changed the unit of the column.',
    'not-a-count': 'There are negative or fractional values where counts were expected.',
    'out-of-range': 'There are values outside the expected range.',
    'level-jump':
      'From this period on the values are about 10 times higher or lower: the unit may have changed.',
    'parts-differ': 'There are totals that are not the sum of their parts.',
    'period-repeated': 'There are repeated periods.',
    'period-missing': 'Periods are missing between the first and the last.',
    'period-unsorted': 'There are rows out of order in time.',
    'period-ahead': 'There are values of periods that have not begun.',
  },
  cause: {
    'no-address': 'The src attribute, with the address of the data, is missing.',
    'no-such-id': 'No widget of the page has that id.',
    cut: 'The reply began to arrive and was cut before its end: this is no matter of permission (CORS). If it goes on, check the server.',
    redirected:
      'The address led to this server, which the data-obs-hosts list does not have: it was not read. If you trust it, add it to every list around the figure.',
    excel:
      'The file is an Excel workbook, not CSV: save it as “CSV UTF-8” or use the address of an xlsx file.',
  },
  noRows: (asked) =>
    asked === '' ? 'The data arrived without rows.' : `${asked}: No row of the data meets this.`,
  expected: (choices) => `Expected: ${choices}.`,
  nearest: (name) => `Did you mean “${name}”?`,
  position: (character) => `Position ${character}.`,
  serverSaid: (message) => `The server said: “${message}”`,
};
