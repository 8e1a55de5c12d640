/** The figures that the data files may quote, with the source each was read in. */

const HOMICIDES = 'INEI/CEIC, citado por elcomercio.pe, expreso.com.pe y diariocorreo.pe (2026-01-25)';
const ULIMA = 'INEI, citado por ulima';
const COMERCIO = 'INEI, citado por elcomercio.pe';
const REPUBLICA = 'INEI, citado por larepublica.pe (2021-06-30)';
const MINUTO = 'INEI, citado por minutodigital.news';
const RADIO = 'INEI, citado por rpp.pe y larazon.pe';
const INFOBAE = 'INEI, citado por infobae (2024-11-03)';
const CORREO = 'PNP, citado por diariocorreo.pe';

/** Year, rate as quoted, victims, status, source, date of the quotation. */
export const QUOTED_HOMICIDES: readonly (readonly string[])[] = [
  ['2011', '5.4', '', ''],
  ['2012', '6.5', '', ''],
  ['2013', '6.6', '', ''],
  ['2015', '7.2', '', ''],
  ['2016', '7.7', '', ''],
  ['2017', '7.8', '2487', ''],
  ['2019', '7.4', '', ''],
  ['2020', '5.8', '', ''],
  ['2021', '8.6', '', ''],
  ['2022', '', '', ':'],
  ['2023', '9.3', '', ''],
  ['2024', '10.1', '', ''],
  ['2025', '10.7', '', 'p'],
].map((row) => [...row, HOMICIDES, '2026-01-25']);

/** Period, place, per cent, source, date of the quotation where it is known. */
export const QUOTED_VICTIMISATION: readonly (readonly string[])[] = [
  ['2011', 'Lima', '45.5', ULIMA, ''],
  ['2016', 'Lima', '30.9', ULIMA, ''],
  ['abril-setiembre 2018', 'Perú', '26.0', COMERCIO, ''],
  ['abril-setiembre 2018', 'San Juan de Miraflores', '40', COMERCIO, ''],
  ['abril-setiembre 2018', 'Puente Piedra', '35.5', COMERCIO, ''],
  ['abril-setiembre 2018', 'San Juan de Lurigancho', '33.2', COMERCIO, ''],
  ['noviembre 2020-abril 2021', 'Perú', '18.6', REPUBLICA, '2021-06-30'],
  ['noviembre 2020-abril 2021', 'Ciudades de más de 20 000 habitantes', '21.2', REPUBLICA, '2021-06-30'],
  ['noviembre 2020-abril 2021', 'Lima y Callao', '23.1', REPUBLICA, '2021-06-30'],
  ['julio-diciembre 2023', 'Perú', '27.2', MINUTO, ''],
  ['julio-diciembre 2023', 'Ciudades de más de 20 000 habitantes', '29.9', MINUTO, ''],
  ['2024', 'Perú', '27.7', 'INEI (cita secundaria)', ''],
];

/** Period, place, per cent, source, date of the quotation where it is known. */
export const QUOTED_PERCEPTION: readonly (readonly string[])[] = [
  ['2011', 'Lima', '88.6', ULIMA, ''],
  ['2016', 'Lima', '92.6', ULIMA, ''],
  ['enero-junio 2024', 'Perú', '86.1', RADIO, ''],
  ['enero-junio 2024', 'Lima', '89.9', RADIO, ''],
  ['enero-junio 2024', 'Callao', '88.5', RADIO, ''],
  ['2024', 'Moyobamba', '96.5', INFOBAE, '2024-11-03'],
  ['2024', 'Pucallpa', '93.7', INFOBAE, '2024-11-03'],
  ['2024', 'Cusco', '92.8', INFOBAE, '2024-11-03'],
  ['2024', 'Trujillo', '92.4', INFOBAE, '2024-11-03'],
  ['2024', 'Juliaca', '91.8', INFOBAE, '2024-11-03'],
  ['2024', 'Piura', '91.8', INFOBAE, '2024-11-03'],
  ['2024', 'Chiclayo', '91.3', INFOBAE, '2024-11-03'],
  ['2024', 'Arequipa', '90.0', INFOBAE, '2024-11-03'],
];

/** Year, complaints, source, date of the quotation where it is known. */
export const QUOTED_EXTORTION: readonly (readonly string[])[] = [
  ['2024', '22361', CORREO, ''],
  ['2025', '26585', CORREO, ''],
];
