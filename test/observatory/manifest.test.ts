import { expect } from 'chai';
import fc from 'fast-check';
import { indicatorOf, readManifest } from '../../src/observatory/manifest.js';
import { thrownBy } from '../support/thrown.js';
import { demoDocument, demoManifest } from './demo-manifest.js';

type Json = Record<string, unknown>;

/** The document with one thing in it changed; `undefined` takes it away. */
function spoiled(path: string, value: unknown): unknown {
  const document = demoDocument();
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Json>((at, key) => at[key] as Json, document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return document;
}

describe('the manifest of an observatory', () => {
  it('of the demonstration is without a fault', () => {
    expect(readManifest(demoDocument()).faults).to.deep.equal([]);
  });

  const FAULTS: readonly (readonly [path: string, value: unknown, told: string, expected: string])[] = [
    ['title', undefined, 'title', '"…"'],
    ['contributors', undefined, 'contributors', '[{"title": "…", "roles": ["publisher"]}]'],
    ['resources', [], 'resources', '[{"name": "…", "path": "…"}]'],
    ['resources/0/name', 'Lugares del Perú', 'resources/0/name', 'robos-por-mes'],
    ['resources/0/path', 'javascript:alert(1)', 'resources/0/path', 'datos/robos.csv'],
    ['resources/0/path', undefined, 'resources/0/path', 'https://…'],
    ['resources/1/governance/access', 'open', 'resources/1/governance/access', 'public'],
    ['resources/1/governance/frequency', 'monthly', 'resources/1/governance/frequency', 'month'],
    ['resources/1/governance/nextUpdate', '15/12/2026', 'resources/1/governance/nextUpdate', '2026-08-12'],
    ['resources/1/governance/nextUpdate', '2026-02-30', 'resources/1/governance/nextUpdate', '2026-08-12'],
    ['resources/1/governance/breaks/0/period', 'enero', 'resources/1/governance/breaks/0/period', '2026-08'],
    ['resources/1/governance/thresholds/validity', 99, 'resources/1/governance/thresholds/validity', '0.95'],
    ['resources/1/governance/suppression/under', 2.5, 'resources/1/governance/suppression/under', '2 … 100'],
    ['resources/1/schema/fields/0/type', 'text', 'resources/1/schema/fields/0/type', 'string'],
    ['indicators/0/direction', 'down', 'indicators/0/direction', 'lower'],
    ['indicators/0/unit', 3, 'indicators/0/unit', '{"es": "…", "en": "…"}'],
    ['indicators/0/unit', { castellano: 'denuncias' }, 'indicators/0/unit', '{"es": "…", "en": "…"}'],
    ['indicators/0/numerator', 'sum(', 'indicators/0/numerator', 'sum(cantidad)'],
    ['indicators/0/resource', 'denuncia', 'indicators/0/resource', 'denuncias'],
    ['indicators/0/scale', 1000, 'indicators/0/denominator', '{"value": "sum(poblacion)", "source": "INEI"}'],
    ['indicators/1/name', 'denuncias', 'indicators/1/name', '≠ indicators/0/name'],
    ['indicators/1/offence/crosswalk', 'delito', 'indicators/1/offence/crosswalk', 'delitos'],
    ['indicators/1/offence/system', 'fiscalia', 'indicators/1/offence/system', 'policia'],
    ['targets/0/indicator', 'victimas', 'targets/0/indicator', 'victimizacion'],
    ['targets/0/path/0/period', '2018', 'targets/0/path/0/period', '> 2019'],
    ['guides/0/indicators/0', 'x', 'guides/0/indicators/0', 'denuncias'],
    ['places/resource', 'lugar', 'places/resource', 'lugares'],
  ];
  for (const [path, value, told, expected] of FAULTS) {
    it(`tells the place, the value and the form of ${path} = ${JSON.stringify(value) ?? 'nothing'}`, () => {
      const { faults } = readManifest(spoiled(path, value));
      const fault = faults.find((each) => each.path === told);
      expect(fault?.expected, JSON.stringify(faults)).to.include(expected);
      expect(fault?.value).to.equal(told === path && value !== undefined ? JSON.stringify(value) : '');
    });
  }

  it('tells every mistake, not only the first', () => {
    const document = spoiled('indicators/0/direction', 'down') as Json;
    delete document['title'];
    expect(readManifest(document).faults.map(({ path }) => path)).to.deep.equal([
      'title',
      'indicators/0/direction',
    ]);
  });

  it('keeps what it does not know', () => {
    const { manifest } = readManifest(spoiled('created', '2026-08-14T00:00:00Z'));
    expect(manifest?.['created']).to.equal('2026-08-14T00:00:00Z');
  });

  it('fails with a fault, never by an exception, whatever the document is', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('indicators', 'resources', 'targets', 'places'),
        (value, key) => {
          for (const document of [value, spoiled(key, value)]) {
            const { manifest, faults } = readManifest(document);
            expect(manifest === undefined).to.equal(faults.length > 0);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('names the indicators there are where one is not', async () => {
    const { code, details } = await thrownBy(() => indicatorOf(demoManifest(), 'robo'));
    expect([code, details.attribute, details.value]).to.deep.equal(['bad-attribute', 'indicator', 'robo']);
    expect(details.expected).to.include('robos');
  });
});
