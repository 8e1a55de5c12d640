import type { CodeSystem } from './code-system.js';
import type { Notice } from './notice.js';

/** Longitude and latitude in degrees, WGS 84. */
export type Position = readonly [longitude: number, latitude: number];
export type Ring = readonly Position[];
/** An outer ring, clockwise as a map shows it, then its holes, the other way round: as spherical geometry has it. */
export type Polygon = readonly Ring[];

/** A place as the map knows it, whatever the data call it. */
interface Place {
  /** What data are joined by: text, zeros kept. */
  readonly code: string;
  /** What readers call it; the code where the map has no names. */
  readonly name: string;
}

export interface ShapePlace extends Place {
  readonly polygons: readonly Polygon[];
}

/** A place that is drawn as a square, all of one size. Rows and columns from 0. */
export interface TilePlace extends Place {
  readonly row: number;
  readonly column: number;
  /** The name in three or four letters. */
  readonly short: string;
}

interface MapDocumentBase {
  /** Which list its codes are of, where that is said or its own names prove it. */
  readonly codeSystem?: CodeSystem;
  /** Its codes fit more than one of the lists of Peru, and nothing tells which one it is. */
  readonly isAmbiguous: boolean;
  /** Further names of its places, by code: `PROV. CONST. DEL CALLAO`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly notices: readonly Notice[];
}

/** What a map is drawn from: the shapes of its places, or squares in rows and columns. */
export type MapDocument = MapDocumentBase &
  (
    | { readonly kind: 'shapes'; readonly places: readonly ShapePlace[] }
    | { readonly kind: 'tiles'; readonly places: readonly TilePlace[] }
  );
