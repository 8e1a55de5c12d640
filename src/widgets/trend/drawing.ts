import type { Chart } from 'chart.js';
import type { Words } from '../../text/words.js';
import type { TrendModel } from './trend-model.js';

/** Colours and type, as the page's style has resolved them. */
export interface Look {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly control: string;
  readonly surface: string;
  readonly series: readonly string[];
  readonly font: string;
  readonly fontSize: number;
  readonly fontFamily: string;
}

/** Draws what Chart.js does not draw by itself. */
export type DrawMarks = (chart: Chart, drawing: TrendDrawing) => void;

/** One state of the chart. */
export interface TrendDrawing {
  readonly model: TrendModel;
  readonly look: Look;
  readonly words: Words;
  readonly breakLabel: string;
  /** Names stand at the ends of the lines; where there is no room, the key above the chart has them. */
  readonly namesAtEnd: boolean;
  /** Draws where the way of measuring changed, once that code is there. */
  readonly drawBreaks: DrawMarks | undefined;
  /** Draws what few charts have. */
  readonly additions: { readonly drawBehind: DrawMarks; readonly drawOver: DrawMarks } | undefined;
  /** The period that is being read. */
  readonly active: number | undefined;
}
