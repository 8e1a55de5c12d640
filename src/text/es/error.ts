import type { ErrorMessages } from '../messages.js';

export const error: ErrorMessages = {
  offline: () => 'Parece que no hay conexión a internet.',
  timeout: (host) => `La fuente ${host} no respondió a tiempo.`,
  network: (host) => `No se pudo leer la fuente ${host}.`,
  'blocked-by-page': (host) => `Esta página no permite leer los datos de ${host}.`,
  'mixed-content': () => 'Los datos están en una dirección no segura y esta página no puede leerlos.',
  http: (host) => `La fuente ${host} respondió con un error.`,
  'not-data': (host) => `La fuente ${host} respondió con una página, no con datos.`,
  'server-error': (host) => `La fuente ${host} avisó que no puede entregar los datos.`,
  'too-big': (host) => `La fuente ${host} envió demasiados datos.`,
  malformed: (host) => `Los datos de ${host} llegaron incompletos o dañados.`,
  'empty-reply': (host) => `La fuente ${host} respondió sin contenido.`,
  'missing-column': () => 'Los datos no tienen lo que este cuadro necesita.',
  'not-a-number': () => 'Los datos no tienen números donde este cuadro los necesita.',
  'not-a-period': () => 'Los datos no tienen fechas donde este cuadro las necesita.',
  'several-rows': () => 'Hay varios valores para un mismo periodo y no se sabe cuál mostrar.',
  'bad-attribute': () => 'Este cuadro no está bien configurado.',
  'bad-expression': () => 'Este cuadro no está bien configurado.',
  'bad-address': () => 'Este cuadro no está bien configurado.',
  'no-resource': (host) => `No se encontró el conjunto de datos en ${host}.`,
  internal: () => 'No se pudo mostrar este cuadro.',
};
