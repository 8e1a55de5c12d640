import { expect } from 'chai';
import { manifestOf, type Manifest } from '../../../src/observatory/manifest.js';
import type { Quality } from '../../../src/observatory/schema-snapshot.js';
import { about } from '../../../src/text/es/about.js';
import { makeMethod, type MethodModel } from '../../../src/widgets/method/method-model.js';
import { demoDocument, demoManifest } from '../../observatory/demo-manifest.js';
import { toldOf } from './told.js';

const AT = Date.UTC(2026, 7, 20, 15);
const FRAME = {
  ...{ heading: '', subtitle: '', unit: '', source: undefined, facts: [], cautions: [], legend: [] },
  monthsLate: 0,
} as const;

async function sheet(name: string, more: Parameters<typeof toldOf>[1] = {}): Promise<MethodModel> {
  return makeMethod(await toldOf(name, more), FRAME, AT, about);
}

/** What the sheet tells, a line each, as a reader would go through it. */
const linesOf = ({ sections }: MethodModel): string[] =>
  sections.flatMap(({ title, entries }) => [
    `# ${title}`,
    ...entries.map(({ term, said }) => `${term}: ${said.map(({ text }) => text).join(' | ')}`),
  ]);

const citation = ({ citations }: MethodModel, style: string): string =>
  citations.find((each) => each.style === style)?.text ?? '';

/** The demonstration's manifest with an indicator that is a rate, and what its source has corrected. */
function withRate(): Manifest {
  const document = demoDocument() as unknown as {
    indicators: Record<string, unknown>[];
    resources: { name: string; governance: Record<string, unknown> }[];
  };
  document.indicators.push({
    name: 'tasa-denuncias',
    title: 'Tasa de denuncias',
    definition: 'Denuncias por habitante.',
    unit: 'por 1 000 habitantes',
    direction: 'lower',
    resource: 'denuncias',
    numerator: 'sum(cantidad)',
    denominator: { value: 'sum(poblacion)', source: 'INEI' },
    scale: 1000,
    iccs: '0401',
    method: 'Se divide entre la población del mismo año.',
  });
  const reports = document.resources.find(({ name }) => name === 'denuncias');
  if (reports)
    reports.governance['revisions'] = [
      { period: '2026-06', before: 2134, date: '2026-08-12', reason: 'Llegaron denuncias tardías' },
      { period: '2026-05', before: 10.5, date: '2026-08-12', place: '20' },
      { period: '2026-04', before: 99, date: '2026-08-12', indicator: 'robos' },
    ];
  return manifestOf(document, 'demo.example');
}

describe('the sheet of an indicator', () => {
  it('tells how good its data were found, in words, by which rule; never as whole what has something left', async () => {
    const quality: Quality = {
      ...{ resource: 'denuncias', date: '2026-09-01', rows: 43_776 },
      scores: [
        { dimension: 'completeness', score: 1, rule: { es: 'periodos que están.', en: 'periods there.' } },
        { dimension: 'validity', score: 0.9996, threshold: 0.99, rule: 'celdas bien escritas.' },
      ],
    };
    const told = (lang: 'es' | 'en'): Promise<string[]> =>
      toldOf('robos', { lang }).then((of) => linesOf(makeMethod({ ...of, quality }, FRAME, AT, about)));
    expect(await told('es')).to.include(
      'Resultados de calidad: Revisados el 1 set. 2026: 43,776 filas. | Completitud, 100%: periodos que están. | Validez, 99.9%: celdas bien escritas.',
    );
    expect(await told('en')).to.include(
      'Quality results: Checked on Sep 1, 2026: 43,776 rows. | Completeness, 100%: periods there. | Validity, 99.9%: celdas bien escritas.',
    );
    expect((await told('es')).filter((line) => /completeness|validity/.test(line))).to.deep.equal([]);
  });

  it('tells what it measures, how, who answers for it, until when, and under which rules', async () => {
    expect(linesOf(await sheet('robos', { place: '13' }))).to.deep.equal([
      '# Qué mide',
      'Definición: Denuncias por robo, con violencia o amenaza.',
      'Unidad: denuncias',
      'Cómo leerlo: Es mejor que baje.',
      'Lugar: La Libertad',
      '# Cómo se calcula',
      'Fórmula: Suma de Denuncias.',
      'Qué registros cuentan: Solo los que en «Modalidad» dicen: Robo.',
      'El mismo delito en otras clasificaciones: Modalidad de la denuncia: Robo · Artículo del Código Penal: 188 · ICCS: 0401',
      'Guía del método: Cómo se cuentan las denuncias',
      '# Con qué se puede comparar',
      'Cambios en la forma de medir: Desde ene. 2025: Desde enero de 2025 se quitan las denuncias duplicadas',
      '# Quién responde por los datos',
      'Quién publica: Observatorio de demostración',
      'Fuente: Generador de datos sintéticos',
      'Responsable de los datos: Equipo de registros',
      'Quién los guarda: Oficina de tecnología',
      'Base legal: Ninguna: los datos son inventados',
      'Acceso: Públicos',
      'Licencia: Licencia MIT',
      '# Fechas',
      'Última publicación: 14 ago. 2026',
      'Completos hasta: jul. 2026',
      'Cada cuánto se publican: Cada mes',
      'Próxima publicación: 15 dic. 2026',
      'De dónde salen: Programa de este repositorio. Misma semilla, mismos bytes',
      'Versión: 2026.7',
      '# Calidad y protección de personas',
      'Condiciones para publicar: Está al menos el 90% de los periodos esperados. | Al menos el 99% de los valores tiene la forma debida. | Al menos el 90% de los registros está una sola vez.',
      'Cifras que se ocultan: Los recuentos de 1 a menos de 3 no se dicen. Por mes, distrito y modalidad hay pocos casos',
    ]);
  });

  it('says nothing of what the manifest does not say: no empty term, no empty section', async () => {
    const document = demoDocument() as unknown as { resources: Record<string, unknown>[] };
    for (const resource of document.resources) delete resource['governance'];
    const manifest = manifestOf(document, 'demo.example');
    const told = linesOf(await sheet('victimizacion', { lang: 'en', manifest }));
    expect(told.filter((line) => /: *$/.test(line))).to.deep.equal([]);
    expect(told).to.include('Formula: “Víctimas”, as the source publishes it.');
    expect(told).to.include(
      "Which records count: Only those that meet this condition: lugar = 'Perú' and semestre is null and anio is not null",
    );
    expect(told.filter((line) => line.startsWith('#'))).not.to.include('# Quality and protection of people');
  });

  it('[STAT-03] writes a rate in words: what is counted, what it is divided by, whose that is, per how many', async () => {
    const told = linesOf(await sheet('tasa-denuncias', { manifest: withRate() }));
    expect(told).to.include('Fórmula: Suma de Denuncias, entre suma de poblacion (INEI), por cada 1,000.');
    expect(told).to.include('Guía del método: Se divide entre la población del mismo año.');
    expect(told).to.include('Clasificación internacional de delitos (ICCS): 0401');
  });

  it('[STAT-11] tells what the source has corrected of this indicator and this place, and of no other', async () => {
    const manifest = withRate();
    const revised = async (name: string, place = ''): Promise<string[]> =>
      linesOf(await sheet(name, { manifest, place })).filter((line) => line.startsWith('Cifras corregidas'));
    const late = 'jun. 2026: era 2,134 hasta el 12 ago. 2026. Llegaron denuncias tardías';
    expect(await revised('denuncias', '13')).to.deep.equal([`Cifras corregidas por la fuente: ${late}`]);
    expect(await revised('denuncias', '20')).to.deep.equal([
      `Cifras corregidas por la fuente: ${late} | may. 2026, Piura: era 10.5 hasta el 12 ago. 2026`,
    ]);
    expect(await revised('robos', '13')).to.deep.equal([
      `Cifras corregidas por la fuente: ${late} | abr. 2026: era 99 hasta el 12 ago. 2026`,
    ]);
  });

  it('leads only to pages of the web, and to files beside the manifest', async () => {
    const { sections } = await sheet('robos');
    const links = sections.flatMap(({ entries }) =>
      entries.flatMap(({ said }) => said.flatMap(({ href }) => href ?? [])),
    );
    expect(links).to.deep.equal([
      'https://demo.example/archivos/LEEME.md',
      'https://opensource.org/license/mit',
    ]);
  });

  it('names the figure in the subject of a letter, and lets no text begin another header', async () => {
    const { contact } = await sheet('robos');
    expect(contact?.href).to.equal(
      'mailto:datos@observatorio.example?subject=Correcci%C3%B3n%3A%20Robos%20denunciados%20(datos%20sint%C3%A9ticos)%20(robos)',
    );
    const manifest = demoManifest();
    const [first] = manifest.contributors;
    const spoiled = { ...manifest, contributors: [{ ...first, email: 'a?cc=b@c.example' }] };
    const other = await sheet('robos', { manifest: spoiled });
    expect(other.contact?.href).to.match(/^mailto:a%3Fcc%3Db@c\.example\?subject=/);
  });
});

describe('the citations of an indicator', () => {
  it('name whose it is, its version, its address and when it was read, in four manners', async () => {
    const all = await sheet('robos', { place: '13' });
    const url = 'https://demo.example/observatory.json';
    expect(citation(all, 'APA')).to.match(
      /^Generador de datos sintéticos \(2026\)\. Robos denunciados \(datos sintéticos\), La Libertad \(v\. 2026\.7\) \[Conjunto de datos\]\. Recuperado el 20 ago\. 2026, .*m\. https:\/\/demo\.example\/observatory\.json$/,
    );
    expect(citation(all, 'Texto')).to.include(
      `«Robos denunciados (datos sintéticos), La Libertad», 2026. ${url}`,
    );
    expect(citation(all, 'BibTeX')).to.equal(
      `@misc{generador-de-datos-sinteticos-2026,
  author = {{Generador de datos sintéticos}},
  title = {Robos denunciados (datos sintéticos), La Libertad},
  year = {2026},
  version = {2026.7},
  url = {${url}},
  urldate = {2026-08-20}
}`,
    );
    expect(JSON.parse(citation(all, 'CSL-JSON'))).to.deep.equal([
      {
        id: 'robos',
        type: 'dataset',
        title: 'Robos denunciados (datos sintéticos), La Libertad',
        author: [{ literal: 'Generador de datos sintéticos' }],
        publisher: 'Generador de datos sintéticos',
        issued: { 'date-parts': [[2026, 8, 14]] },
        accessed: { 'date-parts': [[2026, 8, 20]] },
        URL: url,
        version: '2026.7',
        language: 'es-PE',
      },
    ]);
  });

  it('have the hash of the data and the address where these stay, where a snapshot keeps them', async () => {
    const sha256 = 'ab'.repeat(32);
    const cube = { indicator: 'robos', time: 'month', bytes: 1, rows: 1 };
    const cubes = [
      { ...cube, level: 'departamento', path: 'cubes/other.json', sha256: 'cd'.repeat(32) },
      { ...cube, level: '', path: 'cubes/robos-abab.json', sha256 },
    ];
    const manifest = manifestOf({ ...demoDocument(), snapshot: { path: '.', cubes } }, 'demo.example');
    const all = await sheet('robos', { manifest });
    for (const style of ['Texto', 'BibTeX', 'CSL-JSON']) {
      expect(citation(all, style), style).to.include(sha256);
      expect(citation(all, style), style).to.include('https://demo.example/cubes/robos-abab.json');
    }
  });
});
