import { geoMercator, geoPath } from 'd3-geo';
import Papa from 'papaparse';
import { feature } from 'topojson-client';

/** What a careful developer writes by hand for one map of districts, without a list, a legend or statuses. */
const [topology, csv] = await Promise.all([
  fetch('/districts.json').then((reply) => reply.json()),
  fetch('/districts.csv').then((reply) => reply.text()),
]);
const { data } = Papa.parse(csv, { header: true, skipEmptyLines: true });
const { features } = feature(topology, Object.values(topology.objects)[0]);
const shown = features.filter(({ geometry }) => geometry);
const path = geoPath(geoMercator().fitSize([600, 850], { type: 'FeatureCollection', features: shown }));
const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
svg.setAttribute('viewBox', '0 0 600 850');
const values = new Map(data.map(({ ubigeo, anio, tasa }) => [`${anio} ${ubigeo}`, Number(tasa)]));
const paths = shown.map(({ properties }, place) => {
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawn.setAttribute('d', path(shown[place]) ?? '');
  drawn.dataset.place = String(place);
  svg.append(drawn);
  return [properties.IDDIST, drawn];
});
const COLOURS = ['#e3edf6', '#bfd5ea', '#6396c6', '#31679c', '#123e6b'];
const paint = (year) => {
  for (const [code, drawn] of paths) {
    const value = values.get(`${year} ${code}`);
    drawn.setAttribute('fill', value === undefined ? '#ccc' : COLOURS[Math.min(4, Math.floor(value / 6))]);
  }
};
const slider = Object.assign(document.createElement('input'), {
  type: 'range',
  min: '0',
  max: '2',
  value: '2',
});
slider.addEventListener('input', () => paint(2023 + Number(slider.value)));
paint(2025);
document.querySelector('.map').append(slider, svg);
