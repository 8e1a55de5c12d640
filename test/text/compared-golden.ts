import type { BarsOptions } from '../../src/widgets/bars/bars-model.js';
import type { Golden } from './golden.js';

/** A small table that bars or a map of Peru's departments show. */
export interface ComparedGolden extends Golden {
  readonly figure: 'bars' | 'map';
  readonly options?: Partial<BarsOptions>;
  /** Numbers that are said and computed: shares. */
  readonly computed?: readonly string[];
}

/** In Spanish, and in English with a title of its own. */
function inBoth(golden: ComparedGolden, english: Pick<Golden, 'what' | 'unit'>): readonly ComparedGolden[] {
  return [golden, { ...golden, ...english, name: `${golden.name}, en inglés`, lang: 'en' }];
}

const RATE = { what: 'Tasa de homicidios, Perú', unit: 'por 100 mil habitantes' };
const RATE_EN = { what: 'Homicide rate, Peru', unit: 'per 100,000' };
const REPORTS = { what: 'Denuncias por robo' };
const REPORTS_EN = { what: 'Robbery reports' };
const BY_PLACE = { value: 'tasa', by: 'lugar' };
const COMPUTED = { value: 'sum(casos)', by: 'lugar', per: '100000 of sum(pob)' };
const WITHHELD = 'lugar;casos;pob\nLIMA;900;9000000\nICA;60;900000\nPUNO;12;1200000\nTACNA;2;380000';

const BARS: readonly ComparedGolden[] = [
  ...inBoth({ figure: 'bars', name: 'barras: puestos', ...RATE, rows: 'lugar;tasa\nTumbes;24.3\nLima;11.8\nIca;10.2\nPuno;2.4', asked: BY_PLACE }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: empates', ...RATE, rows: 'lugar;tasa\nTumbes;24.3\nLima;24.3\nIca;10.2\nPuno;2.4\nTacna;2.4', asked: BY_PLACE }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: el lugar del lector y el promedio nacional', ...RATE, rows: 'lugar;tasa\nNacional;10.7\nTumbes;24.3\nLima;11.8\nIca;10.2\nPuno;2.4', asked: BY_PLACE, options: { highlight: 'Ica', reference: 'Nacional' } }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: entre qué puestos', ...RATE, rows: 'lugar;casos;pob\nTumbes;65;260000\nIca;60;980000\nLima;620;11200000\nPuno;30;1230000', asked: { ...COMPUTED, interval: '95' }, options: { highlight: 'Ica', level: '95' }, decimals: 1 }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: el más bajo, con pocos casos', ...RATE, rows: WITHHELD, asked: COMPUTED, decimals: 1 }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: sin dato, oculto y no aplica', ...RATE, rows: 'lugar;tasa\nTumbes;24.3\nLima;11.8 p/\nIca;s/d\nPuno;x\nTacna;z', asked: BY_PLACE }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: todas provisionales', ...RATE, rows: 'lugar;tasa\nTumbes;24.3 p/\nLima;11.8 p/\nIca;9.1 p/', asked: BY_PLACE }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: una suma incompleta que podría ser la mayor', ...REPORTS, rows: 'lugar;distrito;casos\nLima;a;900\nLima;b;s/d\nIca;a;300\nIca;b;200\nPuno;a;90\nPuno;b;40', asked: { value: 'sum(casos)', by: 'lugar' } }, REPORTS_EN),
  ...inBoth({ figure: 'bars', name: 'barras: el último año que está completo', ...REPORTS, rows: 'anio;lugar;casos\n2024;Lima;900\n2024;Ica;300\n2024;Puno;90\n2025;Lima;400\n2025;Ica;500\n2025;Puno;30', asked: { value: 'casos', by: 'lugar', time: 'anio', completeThrough: '2025-06' } }, REPORTS_EN),
  ...inBoth({ figure: 'bars', name: 'barras: cambio en la forma de medir en una', ...RATE, rows: 'lugar;tasa\nTumbes;24.3\nLima;11.8 b\nIca;9.1', asked: BY_PLACE }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: partes de un total', ...REPORTS, rows: 'lugar;tipo;casos\nLima;hurto;500\nLima;robo;300\nIca;hurto;150\nIca;robo;50', asked: { value: 'sum(casos)', by: 'lugar, tipo' }, options: { stack: 'tipo', value: 'sum(casos)' }, computed: ['65', '65.0', '800', '200'] }, REPORTS_EN),
  ...inBoth({ figure: 'bars', name: 'barras: valores iguales', ...REPORTS, rows: 'lugar;casos\nLima;0\nIca;0\nPuno;0', asked: { value: 'casos', by: 'lugar' } }, REPORTS_EN),
  ...inBoth({ figure: 'bars', name: 'barras: valores iguales al redondear', ...RATE, rows: 'lugar;tasa\nLima;6.31\nIca;6.34', asked: BY_PLACE, decimals: 1 }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: el del lector es el único con valor', ...RATE, rows: 'lugar;tasa\nLima;6.3\nIca;s/d', asked: BY_PLACE, options: { highlight: 'Lima' } }, RATE_EN),
  ...inBoth({ figure: 'bars', name: 'barras: porcentajes', what: 'Víctimas de un delito', unit: '%', rows: 'lugar;tasa\nLima;27.7\nCallao;29.9\nIca;s/d', asked: BY_PLACE }, { what: 'Victims of a crime', unit: '%' }),
]; // prettier-ignore

const MAPS: readonly ComparedGolden[] = [
  ...inBoth({ figure: 'map', name: 'mapa: pocos lugares', ...RATE, rows: 'lugar;tasa\nTUMBES;24.3\nLIMA;11.8\nICA;10.2\nPUNO;2.4', asked: BY_PLACE }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: el último año', ...RATE, rows: 'anio;lugar;tasa\n2023;TUMBES;24.3\n2023;LIMA;11.8\n2024;TUMBES;20.1\n2024;LIMA;12.4\n2024;ICA;12.4', asked: { ...BY_PLACE, time: 'anio' } }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: el más bajo, con pocos casos', ...RATE, rows: WITHHELD, asked: COMPUTED, decimals: 1 }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: el más alto, con pocos casos', ...RATE, rows: 'lugar;casos;pob\nMADRE DE DIOS;15;30000\nICA;60;900000\nLIMA;900;9000000', asked: COMPUTED, decimals: 1 }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: todos con pocos casos', ...RATE, rows: 'lugar;casos;pob\nMADRE DE DIOS;15;190000\nTACNA;9;390000', asked: COMPUTED, decimals: 1 }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: ocultos, y uno que no aplica', ...RATE, rows: 'lugar;tasa\nTUMBES;24.3\nLIMA;11.8\nICA;x\nPUNO;x\nTACNA;z', asked: BY_PLACE }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: provisionales y un incompleto', ...RATE, rows: 'lugar;tasa;estado\nTUMBES;24.3;p\nLIMA;11.8;p\nICA;10.2;p\nPUNO;30.0;i', asked: { ...BY_PLACE, status: 'estado' } }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: el último año que está completo', ...REPORTS, unit: '%', rows: 'anio;lugar;tasa\n2025;LIMA;9\n2025;ICA;8\n2026;LIMA;5\n2026;ICA;6', asked: { ...BY_PLACE, time: 'anio', completeThrough: '2026-06' } }, { ...REPORTS_EN, unit: '%' }),
  ...inBoth({ figure: 'map', name: 'mapa: un solo año, incompleto', ...REPORTS, unit: '%', rows: 'anio;lugar;tasa\n2026;LIMA;5\n2026;ICA;6', asked: { ...BY_PLACE, time: 'anio', completeThrough: '2026-06' } }, { ...REPORTS_EN, unit: '%' }),
  ...inBoth({ figure: 'map', name: 'mapa: cambio en la forma de medir', ...RATE, rows: 'anio;lugar;tasa\n2023;LIMA;9.1\n2023;ICA;8.0\n2024;LIMA;12.1\n2024;ICA;13.0', asked: { ...BY_PLACE, time: 'anio', breaks: '2024' } }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: valores iguales', ...RATE, rows: 'lugar;tasa\nLIMA;9.1\nICA;9.1', asked: BY_PLACE }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: valores iguales al redondear', ...RATE, rows: 'lugar;tasa\nLIMA;9.11\nICA;9.14', asked: BY_PLACE, decimals: 1 }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: un solo lugar, incompleto', ...RATE, rows: 'lugar;tasa;estado\nLIMA;9.1;i', asked: { ...BY_PLACE, status: 'estado' } }, RATE_EN),
  ...inBoth({ figure: 'map', name: 'mapa: un solo lugar', ...RATE, rows: 'lugar;tasa\nLIMA;9.1', asked: BY_PLACE }, RATE_EN),
]; // prettier-ignore

export const COMPARED: readonly ComparedGolden[] = [...BARS, ...MAPS];
