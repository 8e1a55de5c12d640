import type { MapMessages } from '../map-messages.js';
import { compared } from './compared.js';

const places = (count: string): string => `${count} ${count === '1' ? 'lugar' : 'lugares'}`;

export const map: MapMessages = {
  map: 'mapa',
  asTable: 'Ver como tabla',
  asMap: 'Ver como mapa',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  zoomAll: 'Mapa completo',
  keys: 'Con las teclas más y menos se acerca y se aleja el mapa, con cero se ve completo y, si está cerca, las flechas lo mueven.',
  place: 'Lugar',
  noPlace: 'Elija un lugar',
  hint: 'Señale un lugar o elíjalo en la lista para leer su valor.',
  legend: 'Leyenda',
  classes: {
    below: (end) => `menos de ${end}`,
    between: (start, end) => `de ${start} a menos de ${end}`,
    from: (start) => `${start} o más`,
    upTo: (start, end) => `de ${start} a ${end}`,
    only: (value) => value,
  },
  negative: 'valor negativo, sin círculo',
  open: 'con puntos: puede cambiar o tiene pocos casos',
  allOpen: 'todos los valores pueden cambiar o tienen pocos casos',
  inClass: (range) => `grupo: ${range}`,
  rank: (rank, of, isTied) => `puesto ${rank} de ${of}${isTied ? ', empatado' : ''}`,
  unranked: 'sin puesto',
  rankRange: (best, worst) =>
    best === worst ? `con seguridad el ${best}.º` : `entre el ${best}.º y el ${worst}.º`,
  rankHeader: 'Puesto',
  valued: (count) => `${places(count)} con dato`,
  circles: 'El área de cada círculo es proporcional al valor.',
  report: (shown, total) => `Este mapa muestra ${shown} de ${total} lugares de los datos.`,
  notOnMap: 'Están en los datos y no en el mapa',
  notInData: (count) => `Sin fila en los datos (${places(count)})`,
  noMap: 'No se pudo dibujar el mapa. Los mismos datos están en la tabla.',
  ranking: 'de mayor a menor',
  capital: 'Lima Metropolitana y Callao',
  places,
  compared,
};
