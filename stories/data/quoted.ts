import type { StorySource } from './source.js';

/**
 * Homicides per 100 000 inhabitants, as quoted: nobody quotes 2014 and 2018, none was published for 2022, and
 * 2025 is preliminary.
 */
export const HOMICIDES: StorySource = {
  url: 'https://datos.example/homicidios.csv',
  names: ['anio', 'tasa', 'estado'],
  rows: [
    [2011, '5.4', ''],
    [2012, '6.5', ''],
    [2013, '6.6', ''],
    [2015, '7.2', ''],
    [2016, '7.7', ''],
    [2017, '7.8', ''],
    [2019, '7.4', ''],
    [2020, '5.8', ''],
    [2021, '8.6', ''],
    [2022, '', ':'],
    [2023, '9.3', ''],
    [2024, '10.1', ''],
    [2025, '10.7', 'p'],
  ],
  metadata: {
    title: 'Tasa de homicidios',
    publisher: 'INEI/CEIC, citado por elcomercio.pe, expreso.com.pe y diariocorreo.pe (2026-01-25)',
    updated: '2026-01-25',
  },
};

/** Complaints of extortion, as quoted. */
export const EXTORTION: StorySource = {
  url: 'https://datos.example/extorsion.csv',
  names: ['anio', 'denuncias'],
  rows: [
    [2024, 22361],
    [2025, 26585],
  ],
  metadata: { title: 'Denuncias por extorsión', publisher: 'PNP, citado por diariocorreo.pe' },
};
