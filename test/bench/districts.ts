import { readFile } from 'node:fs/promises';
import { DEPARTMENTS } from '../../src/sources/peru-departments.js';
import { SHARED } from '../support/real-files.js';

/** The map of all districts of Peru: read from beside the project, and not drawn where it is absent. */
export const DISTRICTS = `${SHARED}real/geo/pe-distritos.topo.q1e4.json`;

interface Topology {
  readonly objects: Readonly<
    Record<string, { readonly geometries: readonly { readonly properties: { readonly IDDIST: string } }[] }>
  >;
}

/** A rate for each district and year, the same every time. */
export async function districtsCsv(): Promise<string> {
  const { objects } = JSON.parse(await readFile(DISTRICTS, 'utf8')) as Topology;
  const places = Object.values(objects).flatMap(({ geometries }) => geometries);
  const rows = [2023, 2024, 2025].flatMap((year) =>
    places.map(({ properties: { IDDIST } }, place) => {
      const rate = 2 + ((place * 37 + year * 11) % 280) / 10;
      return `${IDDIST},${year},${rate.toFixed(1)}`;
    }),
  );
  return `ubigeo,anio,tasa\n${rows.join('\n')}\n`;
}

/** A rate for each department, the same every time. */
export function placesCsv(): string {
  const rows = DEPARTMENTS.map(([, name], place) => `${name},${(3 + ((place * 37) % 23)).toFixed(1)}`);
  return `lugar,tasa\n${rows.join('\n')}\n`;
}
