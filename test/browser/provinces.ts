import { freshPath, reply } from './replies.js';

/** A country of two levels. */
const PLACES = `codigo,nombre,padre,nivel
13,La Libertad,,departamento
20,Piura,,departamento
08,Cusco,,departamento
1301,Trujillo,13,provincia
1302,Ascope,13,provincia
2001,Piura,20,provincia
2002,Ayabaca,20,provincia
`;
/** Cases in its provinces, by kind. */
export const CASES = `dep,prov,tipo,anio,casos
13,1301,Robo,2024,40
13,1301,Hurto,2024,10
13,1302,Robo,2024,5
20,2001,Robo,2024,60
20,2002,Estafa,2024,7
08,,Robo,2024,3
`;

/** An observatory with provinces, and cases in each. */
export function observatory(): string {
  const places = reply(freshPath(), PLACES);
  const cases = reply(freshPath(), CASES);
  return reply(
    freshPath('json'),
    JSON.stringify({
      title: 'Observatorio de prueba',
      contributors: [{ title: 'Observatorio de prueba', roles: ['publisher'] }],
      places: { resource: 'lugares', code: 'codigo', name: 'nombre', parent: 'padre', level: 'nivel' },
      resources: [
        { name: 'lugares', path: places },
        { name: 'casos', path: cases },
      ],
      indicators: [
        {
          ...{ name: 'casos', title: 'Casos', definition: 'Casos.', unit: 'casos', direction: 'lower' },
          ...{ resource: 'casos', numerator: 'sum(casos)', time: 'anio', breakdowns: ['tipo'] },
          places: { departamento: { column: 'dep', by: 'code' }, provincia: { column: 'prov', by: 'code' } },
        },
      ],
    }),
    'application/json',
  );
}
