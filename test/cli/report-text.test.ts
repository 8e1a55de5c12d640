import { expect } from 'chai';
import type { Report } from '../../src/cli/check/check.js';
import { scoresOf } from '../../src/cli/check/quality.js';
import { reportLines, reportText, tellFinding } from '../../src/cli/check/report-text.js';
import { en } from '../../src/cli/words/en.js';
import { es } from '../../src/cli/words/es.js';

const TESTED = [
  { dimension: 'validity', tested: 2000, failed: 15 },
  { dimension: 'timeliness', tested: 3, failed: 2 },
] as const;

const REPORT: Report = {
  manifest: [{ code: 'unknown-key', path: 'indicators/0/breakdown', nearest: 'breakdowns' }],
  resources: [
    {
      resource: { name: 'denuncias' },
      ...{ rows: 2000, through: '2026-03', late: 2, tested: TESTED },
      findings: [
        {
          ...{ code: 'type', dimension: 'validity', column: 'cantidad', row: 1017, place: 'La Libertad' },
          ...{ period: '2025-03', value: 'muchas', expected: ['123'], count: 15 },
        },
        { code: 'late', dimension: 'timeliness', period: '2026-03', count: 2, expected: ['month'] },
        { code: 'column-undeclared', isRemark: true, column: 'nota' },
      ],
      scores: scoresOf(TESTED, { validity: 0.99 }, 2),
    },
  ],
  exit: 1,
};

describe('the report of a check', () => {
  it('is grouped by resource, with where, what, how many more, and the scores', () => {
    expect(reportText(REPORT, 'observatory.json', es)).to.equal(`observatory.json
  ✗ indicators/0/breakdown: El manifiesto no tiene esa propiedad: lo que dice no se usa. ¿Quiso decir «breakdowns»?

denuncias · 2,000 filas, hasta 2026-03
  · cantidad · fila 1,017 · La Libertad · 2025-03 · «muchas»: La celda no es del tipo declarado. Se esperaba: 123. (y 14 más) (dentro de lo que el manifiesto admite)
  ✗ 2026-03: El último periodo es este y ya debería haber otro. Se esperaba: month. (y 1 más)
  · nota: Los datos tienen esta columna y el esquema no.
    validez       99.2% (mínimo 99%)
  ✗ oportunidad   2 periodos de retraso

Cómo se califica (dimensiones de ISO/IEC 25012; de varias reglas cuenta la peor):
  validez: celdas que son lo que el esquema dice, de las que tienen algo.
  oportunidad: periodos de retraso: cada uno se espera un periodo después de su fin, o el día anunciado.

2 fallas.
`);
  });

  it('is one line for each source where that is asked for, and the first fault of the manifest', () => {
    expect(reportLines(REPORT, en)).to.equal(
      'manifest\t-\t-\tindicators/0/breakdown: The manifest has no such property: what it says is not used. Did you mean “breakdowns”?\n' +
        'denuncias\tthrough 2026-03\t2 periods late\t2026-03: This is the last period and there should be a further one. Expected: month. (and 1 more)\n',
    );
  });

  it('shows no more choices than a reader holds in mind', () => {
    const expected = Array.from({ length: 20 }, (_, index) => `c${index}`);
    expect(tellFinding({ code: 'enum', column: 'modalidad', value: 'x', expected }, es)).to.match(/c7, …\.$/);
  });
});
