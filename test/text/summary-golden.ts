import type { Golden } from './golden.js';

const RATE = { what: 'Tasa de homicidios, Perú', unit: 'por 100 mil habitantes' };
const VICTIMS = { what: 'Víctimas de un delito, Perú', unit: '%' };
const REPORTS = { what: 'Denuncias por extorsión, Lima' };

/** One series. */
const SINGLE: readonly Golden[] = [
  { name: 'subida', ...RATE, rows: 'anio;tasa\n2015;7.2\n2016;7.7\n2017;7.8\n2018;7.9' },
  { name: 'bajada', ...RATE, rows: 'anio;tasa\n2021;8.6\n2022;7.9\n2023;6.3' },
  { name: 'subida y bajada', ...RATE, rows: 'anio;tasa\n2019;7.4\n2020;5.8\n2021;8.6\n2022;8.0' },
  { name: 'dos valores', ...RATE, rows: 'anio;tasa\n2023;9.3\n2024;10.1' },
  { name: 'un valor', ...RATE, rows: 'anio;tasa\n2024;10.1' },
  { name: 'un valor provisional', ...RATE, rows: 'anio;tasa\n2025;10.7 p/' },
  { name: 'valores iguales', ...REPORTS, rows: 'anio;casos\n2021;12\n2022;12\n2023;12' },
  { name: 'vuelve a donde empezó', ...REPORTS, rows: 'anio;casos\n2021;12\n2022;30\n2023;5\n2024;12' },
  { name: 'cambio que el redondeo oculta', ...RATE, rows: 'anio;tasa\n2022;6.31\n2023;6.34\n2024;6.32', decimals: 1 },
  { name: 'dos veces el máximo', ...REPORTS, rows: 'anio;casos\n2020;5\n2021;9\n2022;9\n2023;7' },
  { name: 'de cifras con miles', ...REPORTS, rows: 'anio;casos\n2022;7469\n2023;18532\n2024;22361\n2025;26585' },
  { name: 'hasta cero', what: 'Secuestros, Tacna', rows: 'anio;casos\n2022;4\n2023;2\n2024;0' },
  { name: 'números negativos', what: 'Saldo de agentes, Ica', rows: 'anio;saldo\n2021;-12\n2022;-3\n2023;4' },
  { name: 'negativos hasta el final', what: 'Saldo de agentes, Ica', rows: 'anio;saldo\n2021;-2.5\n2022;-0.4\n2023;-7.1' },
  { name: 'porcentaje', ...VICTIMS, rows: 'anio;pct\n2021;18.6\n2022;22.9\n2023;27.2\n2024;27.7' },
  { name: 'porcentaje en las celdas', what: 'Víctimas de un delito, Lima', rows: 'anio;pct\n2011;45.5%\n2012;40.0%\n2013;30.9%' },
  { name: 'meses', ...REPORTS, rows: 'mes;casos\n2024-07;120\n2024-08;133\n2024-09;98\n2024-10;101' },
  { name: 'trimestres', ...REPORTS, rows: 'trimestre;casos\nT3 2023;410\nT4 2023;388\nT1 2024;402' },
  { name: 'semestres, el último provisional', ...VICTIMS, rows: 'semestre;pct\nI Sem 2023;26.1\nII Sem 2023;27.2\nI Sem 2024;27.9 p/' },
  { name: 'días', what: 'Emergencias, Callao', rows: 'dia;casos\n2024-12-04;31\n2024-12-05;28\n2024-12-06;40' },
]; // prettier-ignore

/** Gaps, statuses, breaks. */
const QUALIFIED: readonly Golden[] = [
  { name: 'un hueco y un provisional', ...RATE, rows: 'anio;tasa\n2021;8.6\n2023;9.3\n2024;10.1\n2025;10.7 p/' },
  { name: 'sin dato al final', ...RATE, rows: 'anio;tasa\n2021;8.6\n2022;7.9\n2023;8.1\n2024;s/d' },
  { name: 'sin dato al principio', ...RATE, rows: 'anio;tasa\n2020;s/d\n2021;8.6\n2022;7.9\n2023;8.1' },
  { name: 'muchos huecos', ...VICTIMS, rows: 'anio;pct\n2011;45.5\n2016;30.9\n2018;26.0' },
  { name: 'ningún valor', ...RATE, rows: 'anio;tasa\n2022;s/d\n2023;s/d\n2024;s/d', asked: { value: 'tasa' } },
  { name: 'un valor oculto', ...REPORTS, rows: 'anio;casos\n2021;8\n2022;x\n2023;12\n2024;15' },
  { name: 'un valor que no aplica', ...REPORTS, rows: 'anio;casos\n2021;z\n2022;9\n2023;12\n2024;15' },
  { name: 'quiebre', ...RATE, rows: 'anio;tasa\n2019;7.4\n2020;5.8\n2021;8.6\n2023;9.3\n2024;10.1\n2025;10.7 p/', asked: { breaks: '2023' } },
  { name: 'quiebre en el último', ...RATE, rows: 'anio;tasa\n2022;7.9\n2023;8.1\n2024;12.4', asked: { breaks: '2024' } },
  { name: 'quiebre en un último sin dato', ...RATE, rows: 'anio;tasa\n2021;8.6\n2022;7.9\n2023;8.1\n2024;s/d', asked: { breaks: '2024' } },
  { name: 'dos quiebres', ...RATE, rows: 'anio;tasa\n2018;7.9\n2019;6.1\n2020;5.8\n2021;8.6\n2022;8.9\n2023;9.3', asked: { breaks: '2019, 2021' } },
  { name: 'último año incompleto', ...REPORTS, rows: 'anio;casos\n2023;18532\n2024;22361\n2025;26585\n2026;12174', asked: { completeThrough: '2026-07' } },
  { name: 'suma con una parte que falta', what: 'Denuncias por extorsión, Perú', rows: 'anio;lugar;casos\n2022;a;5\n2022;b;6\n2023;a;7\n2023;b;8\n2024;a;20\n2024;b;s/d', asked: { value: 'sum(casos)' } },
  { name: 'muchos provisionales', ...REPORTS, rows: 'mes;casos\n2024-05;90\n2024-06;95\n2024-07;120\n2024-08;133\n2024-09;98\n2024-10;101', asked: { provisionalFrom: '2024-06' } },
  { name: 'muchos provisionales salteados', ...REPORTS, rows: 'anio;casos\n2015;1 p/\n2016;2\n2017;3 p/\n2018;4\n2019;5 p/\n2020;6\n2021;7 p/\n2022;8\n2023;9 p/' },
  { name: 'estimado, revisado y proyectado', ...RATE, rows: 'anio;tasa\n2022;8.5 r/\n2023;9.3\n2024;10.1 (e)\n2025;10.9 f' },
  { name: 'pocos casos', what: 'Tasa de homicidios, Áncash', unit: 'por cada 100,000', rows: 'anio;casos;pob\n2022;2;1190000\n2023;3;1203622\n2024;11;1210000', asked: { value: 'sum(casos)', per: '100000 of sum(pob)' } },
]; // prettier-ignore

/** Several series, other languages, long words. */
const SEVERAL: readonly Golden[] = [
  { name: 'dos series', ...RATE, rows: 'anio;lugar;tasa\n2023;Lima;9.3\n2023;Tumbes;28.8\n2024;Lima;10.1\n2024;Tumbes;25.0', asked: { value: 'tasa', by: 'lugar' } },
  { name: 'tres series, a una le falta el último', ...RATE, rows: 'anio;lugar;tasa\n2023;Lima;9.3\n2023;Tumbes;28.8\n2023;Apurímac;3.7\n2024;Lima;10.1\n2024;Tumbes;25.0', asked: { value: 'tasa', by: 'lugar' } },
  { name: 'series sin año en común', ...REPORTS, rows: 'anio;tipo;casos\n2022;virtual;5\n2023;física;6', asked: { value: 'casos', by: 'tipo' } },
  { name: 'series iguales', ...REPORTS, rows: 'anio;tipo;casos\n2023;virtual;5\n2023;física;5', asked: { value: 'casos', by: 'tipo' } },
  { name: 'series iguales al redondear', ...RATE, rows: 'anio;tipo;tasa\n2023;virtual;6.31\n2023;física;6.34', asked: { value: 'tasa', by: 'tipo' }, decimals: 1 },
  { name: 'quiebre solo en la segunda serie', ...RATE, rows: 'anio;lugar;tasa\n2023;Lima;9.3\n2023;Ica;7.7\n2024;Lima;10.1\n2024;Ica;9.0 b', asked: { value: 'tasa', by: 'lugar' } },
  { name: 'provisional solo en la segunda serie', ...RATE, rows: 'anio;lugar;tasa\n2023;Lima;9.3\n2023;Ica;7.7\n2024;Lima;10.1\n2024;Ica;9.0 p/', asked: { value: 'tasa', by: 'lugar' } },
  { name: 'serie sin nombre', ...REPORTS, rows: 'anio;tipo;casos\n2023;virtual;5\n2023;;9\n2024;virtual;6\n2024;;8', asked: { value: 'casos', by: 'tipo' } },
  { name: 'dos medidas', what: 'Víctimas, Perú', rows: 'anio;hombres;mujeres\n2023;120;80\n2024;110;95', asked: { value: 'hombres, mujeres' } },
  { name: 'último año incompleto en todas', ...REPORTS, rows: 'anio;tipo;casos\n2025;virtual;50\n2025;física;60\n2026;virtual;30\n2026;física;10', asked: { value: 'casos', by: 'tipo', completeThrough: '2026-07' } },
  { name: 'título largo', what: 'Tasa de personas de quince años y más edad que fueron víctimas de algún hecho que atentó contra su seguridad en los últimos doce meses, área urbana nacional, ciudades de veinte mil y más habitantes, según la encuesta nacional de programas presupuestales', unit: '%', rows: 'anio;pct\n2021;18.6\n2022;22.9\n2023;27.2 p/', asked: { breaks: '2022' } },
  { name: 'en inglés', what: 'Homicide rate, Peru', unit: 'per 100,000', rows: 'anio;tasa\n2021;8.6\n2023;9.3\n2024;10.1\n2025;10.7 p/', lang: 'en' },
  { name: 'en inglés: quiebre y último año incompleto', what: 'Homicide rate, Peru', unit: 'per 100,000', rows: 'anio;tasa\n2021;8.6\n2022;7.9\n2023;9.3\n2024;10.1\n2025;4.9', asked: { breaks: '2023', completeThrough: '2025-06' }, lang: 'en' },
  { name: 'en inglés: varias series', what: 'Homicide rate', unit: 'per 100,000', rows: 'anio;lugar;tasa\n2023;Lima;9.3\n2023;Tumbes;28.8\n2024;Lima;10.1 p/\n2024;Tumbes;25.0', asked: { value: 'tasa', by: 'lugar' }, lang: 'en' },
  { name: 'en inglés: sin dato, oculto y pocos casos', what: 'Homicide rate, Áncash', unit: 'per 100,000', rows: 'anio;tasa\n2021;x\n2022;s/d\n2023;0.2 u\n2024;0.9', lang: 'en' },
]; // prettier-ignore

/** Tables that a trend shows. */
export const COURSES: readonly Golden[] = [...SINGLE, ...QUALIFIED, ...SEVERAL];
