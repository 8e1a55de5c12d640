import { wear } from '../figure/wear.js';
import { pyramidStyles } from './pyramid.styles.js';

/** Gives bars the style of a pyramid, which few of them are. */
export const wearPyramid = (host: Element): void => wear(host, pyramidStyles);
