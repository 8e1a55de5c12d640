import type { PropertyDeclarations } from 'lit';
import type { MapQuestion } from '../../engine/shapes.js';
import { DataError } from '../../errors.js';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureElement } from '../figure/figure-element.js';
import type { Frame } from '../figure/frame-model.js';

/** The attributes that only a map has. */
export abstract class MapAttributes<M extends { readonly frame: Frame }> extends FigureElement<M> {
  static override properties: PropertyDeclarations = textAttributes(
    'geometry geometry-key geometry-object geometry-code-system grid as measure-kind classes class-count filling insets',
  );

  /**
   * Address of the shapes of the places: GeoJSON or TopoJSON.
   * @attr
   */
  declare geometry: string;
  /**
   * The property of the shapes that the values of `by` are joined with; without it the one that looks most like a
   * code.
   * @attr geometry-key
   */
  declare geometryKey: string;
  /**
   * Which object of a TopoJSON that has several.
   * @attr geometry-object
   */
  declare geometryObject: string;
  /**
   * Which list the codes of the shapes are from: `inei`, `reniec`, `sunat`. Not needed where the names of departments
   * beside them prove it.
   * @attr geometry-code-system
   */
  declare geometryCodeSystem: string;
  /**
   * Squares in place of shapes: `pe` for the departments of Peru, or the address of a list of squares.
   * @attr
   */
  declare grid: string;
  /**
   * Areas in colour, for rates, or circles whose area is as the value, for counts.
   * @attr
   * @type {'colour' | 'symbols'}
   * @default colour
   */
  declare as: string;
  /**
   * What a column holds whose unit does not tell: `rate` can be shown in colour, `count` cannot.
   * @attr measure-kind
   * @type {'rate' | 'count'}
   */
  declare measureKind: string;
  /**
   * How values are put into classes: equally many in each (`quantiles`), alike within each (`jenks`), or at given
   * values: `4, 8, 12`.
   * @attr
   * @default quantiles
   */
  declare classes: string;
  /**
   * How many classes, 3 to 6.
   * @attr class-count
   * @default 5
   */
  declare classCount: string;
  /**
   * What tells classes apart: colours, or patterns of growing squares.
   * @attr
   * @type {'colour' | 'patterns'}
   * @default colour
   */
  declare filling: string;
  /**
   * Parts that are drawn again, larger: `Lima y Callao: 1501, 0701; Cusco: 0801`; `none` for none. Without it a map of
   * Peru has one of its capital.
   * @attr
   */
  declare insets: string;

  /** Whether the page names one map, and not two. */
  protected get isMapSaid(): boolean {
    return (this.geometry.trim() === '') !== (this.grid.trim() === '');
  }

  /** Which map the page wants. Fails where it names none, or two. */
  protected get mapQuestion(): MapQuestion {
    const { geometry, grid } = this;
    const [hasShapes, hasGrid] = [geometry.trim() !== '', grid.trim() !== ''];
    if (!this.isMapSaid) {
      const expected = ['grid="pe"', 'geometry="https://….geojson"'];
      const attribute = hasShapes ? 'grid' : 'geometry';
      throw new DataError('bad-attribute', { attribute, value: hasShapes ? grid : geometry, expected });
    }
    return {
      attribute: hasGrid ? 'grid' : 'geometry',
      address: hasGrid ? grid : geometry,
      base: this.baseURI,
      key: this.geometryKey.trim(),
      object: this.geometryObject.trim(),
      codeSystem: this.geometryCodeSystem.trim(),
      maxBytes: this.maxBytes,
      timeout: this.timeout,
      firstByteTimeout: this.firstByteTimeout,
      stallTimeout: this.stallTimeout,
    };
  }
}
