import { expect } from 'chai';
import fc from 'fast-check';
import { parsePopulation } from '../../src/query/parse-population.js';
import { answerRows } from '../support/answer-rows.js';
import { thrownBy } from '../support/thrown.js';

/** Inhabitants of two regions and of the country, invented so that rates can be worked out by hand. */
const PER =
  "100000 of 'Oficina, proyecciones' 2023: 500000, 2024: 400000; region 'Norte' 2023: 200000, 2024: 250000, 'Sur' 2024: 150000; distrito";
const ROWS = [
  ['anio', 'region', 'distrito', 'tipo', 'casos'],
  ['2023', 'Norte', 'A', 'robo', '30'],
  ['2023', 'Sur', 'B', 'robo', '20'],
  ['2024', 'Norte', 'A', 'robo', '40'],
  ['2024', 'Norte', 'A', 'hurto', '10'],
  ['2024', 'Sur', 'B', 'robo', '30'],
  ['2025', 'Norte', 'A', 'robo', '60'],
] as const;
const ASKED = { value: 'sum(casos)', time: 'anio', per: PER } as const;

describe('rates by inhabitants that are in no row', () => {
  it('are by those of the year of each value, with the count beside them', async () => {
    const { rows, notices, cautions } = await answerRows(ROWS, ASKED);
    expect(rows).to.deep.equal([
      // 50 of 500 000; 80 of 400 000; nobody says how many lived there in 2025.
      ['2023', '10', '50'],
      ['2024', '20', '80'],
      ['2025', '', '60'],
    ]);
    expect(notices.map(({ code, value }) => [code, value])).to.deep.equal([
      ['per-population', '2023, 2024'],
      ['no-population', '2025'],
    ]);
    expect(cautions).to.deep.equal([
      'Tasas por la población de 2023, 2024: Oficina, proyecciones.',
      'Sin tasa de 2025: falta la población de ese año.',
    ]);
  });

  it('are by those of each place, where places are compared', async () => {
    const { rows, notices } = await answerRows(ROWS, { ...ASKED, by: 'region' });
    expect(rows).to.deep.equal([
      ['2023', 'Norte', '15', '30'],
      ['2023', 'Sur', '', '20'],
      ['2024', 'Norte', '20', '50'],
      ['2024', 'Sur', '20', '30'],
      ['2025', 'Norte', '', '60'],
    ]);
    expect(notices.map(({ code, value, count }) => [code, value, count])).to.deep.equal([
      ['per-population', '2023, 2024', 3],
      ['no-population', '2023, 2025', 2],
    ]);
  });

  it('are by those of the whole place, where kinds of offence are compared', async () => {
    const { rows } = await answerRows(ROWS, { ...ASKED, by: 'tipo', where: 'anio = 2024' });
    expect(rows).to.deep.equal([
      ['2024', 'robo', '17.5', '70'],
      ['2024', 'hurto', '2.5', '10'],
    ]);
  });

  it('are none for places whose inhabitants nobody tells, nor of rows without a year', async () => {
    const districts = await answerRows(ROWS, { ...ASKED, by: 'distrito' });
    expect(new Set(districts.rows.map((row) => row[2]))).to.deep.equal(new Set(['']));
    const timeless = await answerRows(ROWS, { ...ASKED, time: '' });
    expect(timeless.rows).to.deep.equal([['', '190']]);
    expect(timeless.cautions).to.deep.equal(['Sin tasa: no se conoce la población de ese lugar.']);
  });

  it('have their interval by the same inhabitants', async () => {
    const { rows } = await answerRows(ROWS, { ...ASKED, interval: '95', where: 'anio = 2024' });
    // Exact Poisson limits of 80 events are 63.44 and 99.57; per 400 000 a quarter of that.
    expect(rows[0]?.map((cell) => Math.round(Number(cell) * 100) / 100)).to.deep.equal([
      2024, 20, 80, 15.86, 24.89,
    ]);
  });

  it('of a part of a year are by the inhabitants of that year, and of the same part of the year before by theirs', async () => {
    const months = [
      ['mes', 'casos'],
      ...['2023-01', '2023-02', '2023-12', '2024-01', '2024-02'].map((month) => [month, '40']),
    ];
    const { rows } = await answerRows(months, {
      ...ASKED,
      ...{ time: 'year(mes)', completeThrough: '2024-02', compared: true },
    });
    // 80 of 500 000 in the first two months of 2023, 80 of 400 000 in those of 2024.
    expect(rows.at(-1)).to.include.members(['16', '20']);
  });

  it('are read back as they were written, whatever the names', () => {
    const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
    const year = fc.integer({ min: 1900, max: 2100 });
    const of = fc.uniqueArray(fc.record({ word: name, year, count: fc.nat() }), { maxLength: 6 });
    fc.assert(
      fc.property(name, of, fc.record({ year, count: fc.nat() }), (source, places, whole) => {
        const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
        const part = places.map(({ word, year: of, count }) => `${quoted(word)} ${of}: ${count}`).join(', ');
        const text = `1000 de ${quoted(source)} ${whole.year}: ${whole.count}; [Una columna] ${part}; otra`;
        expect(parsePopulation(text)).to.deep.equal({
          scale: 1000,
          population: {
            source,
            whole: [whole],
            parts: [
              { column: 'Una columna', of: places },
              { column: 'otra', of: [] },
            ],
          },
        });
      }),
    );
  });

  it('are refused where the text is not whole', async () => {
    const bad = [
      "100000 of 'INEI'",
      "100000 of 'INEI' 2024",
      "100000 of 'INEI' 24: 5",
      "100000 of 'INEI' 'Norte' 2024: 5",
      "100000 of 'INEI' 2024: 5; region 2024: 5",
      "100000 of 'INEI' 2024: 5; 'Norte' 2024: 5",
      "100000 of 'INEI 2024: 5",
    ];
    for (const per of bad) {
      const { code, details } = await thrownBy(() => answerRows(ROWS, { ...ASKED, per }));
      expect([code, details.attribute], per).to.deep.equal(['bad-expression', 'per']);
    }
  });
});
