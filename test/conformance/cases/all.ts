import type { Case } from '../case.js';
import { arcgisCases } from './arcgis.js';
import { csvCases } from './csv.js';
import { cubeCases } from './cubes.js';
import { datasetCases } from './datasets.js';
import { fileCases } from './files.js';
import { hostileCases } from './hostile-csv.js';
import { jsonCases } from './json.js';
import { portalCases } from './portals.js';
import { sdmxCases } from './sdmx.js';
import { serviceCases } from './services.js';
import { suiteCases } from './suites.js';

export const CASES: readonly Case[] = [
  ...csvCases,
  ...jsonCases,
  ...portalCases,
  ...datasetCases,
  ...arcgisCases,
  ...sdmxCases,
  ...cubeCases,
  ...serviceCases,
  ...fileCases,
  ...suiteCases,
  ...hostileCases,
];
