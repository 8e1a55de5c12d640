import type { Case } from '../case.js';
import { arcgisCases } from './arcgis.js';
import { csvCases } from './csv.js';
import { jsonCases } from './json.js';
import { portalCases } from './portals.js';

export const CASES: readonly Case[] = [...csvCases, ...jsonCases, ...portalCases, ...arcgisCases];
