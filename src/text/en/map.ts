import type { MapMessages } from '../map-messages.js';
import { compared } from './compared.js';

const places = (count: string): string => `${count} ${count === '1' ? 'place' : 'places'}`;

export const map: MapMessages = {
  map: 'map',
  asTable: 'View as table',
  asMap: 'View as map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomAll: 'Whole map',
  keys: 'Plus and minus zoom the map, zero shows it whole, and when it is near the arrows move it.',
  place: 'Place',
  noPlace: 'Choose a place',
  hint: 'Point at a place, or choose it in the list, to read its value.',
  legend: 'Legend',
  classes: {
    below: (end) => `under ${end}`,
    between: (start, end) => `${start} to under ${end}`,
    from: (start) => `${start} or more`,
    upTo: (start, end) => `${start} to ${end}`,
    only: (value) => value,
  },
  negative: 'negative value, no circle',
  open: 'with dots: may change, or few cases',
  allOpen: 'all values may change, or rest on few cases',
  inClass: (range) => `group: ${range}`,
  rank: (rank, of, isTied) => `rank ${rank} of ${of}${isTied ? ', tied' : ''}`,
  unranked: 'not ranked',
  rankRange: (best, worst) =>
    best === worst ? `certainly rank ${best}` : `between ranks ${best} and ${worst}`,
  rankHeader: 'Rank',
  valued: (count) => `${places(count)} with a value`,
  circles: 'The area of each circle is proportional to the value.',
  report: (shown, total) => `This map shows ${shown} of ${total} places in the data.`,
  notOnMap: 'In the data and not on the map',
  notInData: (count) => `Without a row in the data (${places(count)})`,
  noMap: 'The map could not be drawn. The same data are in the table.',
  ranking: 'highest first',
  capital: 'Metropolitan Lima and Callao',
  places,
  compared,
};
