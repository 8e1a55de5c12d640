import { expect } from 'chai';
import fc from 'fast-check';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { es } from '../../src/cli/words/es.js';
import { FORMS, snippet, type SnippetParts } from '../../src/cli/snippet/snippet-forms.js';
import { runCommand } from './run-command.js';

const PARTS: SnippetParts = {
  widget: 'card',
  indicator: 'robos',
  place: '13',
  lang: 'es',
  manifest: 'https://observatorio.example/observatory.json',
  script: 'https://observatorio.example/auto.js',
  data: 'https://observatorio.example/denuncias.csv',
  frame: 'https://observatorio.example/robos-13.html',
  today: {
    heading: 'Robos denunciados',
    value: '2,134 denuncias',
    about: 'La Libertad, jun. 2026',
    source: 'Policía',
    statuses: ['provisional'],
  },
};
const FALLBACK =
  '<p>Robos denunciados: <strong>2,134 denuncias</strong> (La Libertad, jun. 2026; provisional). Fuente: Policía. <a href="https://observatorio.example/denuncias.csv">Robos denunciados, La Libertad, jun. 2026: datos</a></p>';

const VALIDATOR = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard'],
    elements: ['html5', { 'obs-card': { flow: true, permittedContent: ['@flow'] } }],
  }),
);

describe('the code to paste', () => {
  it('is valid HTML in every form, and the page that is framed as well', async () => {
    for (const form of [...FORMS, 'page'] as const) {
      const { results } = await VALIDATOR.validateString(snippet(form, PARTS, es));
      const told = results
        .flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
        // A frame as wide as its place, which every browser takes, and no editor takes out as it does styles.
        .filter((each) => !each.includes('"width" has invalid value "100%"'));
      expect(told, form).to.deep.equal([]);
    }
  });

  it('[EMB-01] has four forms', () => {
    expect(FORMS.map((form) => snippet(form, PARTS, es))).to.deep.equal([
      `<script type="module" src="https://observatorio.example/auto.js"></script>
<div data-obs="card" data-obs-indicator="robos" data-obs-place="13" data-obs-observatory="https://observatorio.example/observatory.json">
  ${FALLBACK}
</div>`,
      `<script type="module" src="https://observatorio.example/auto.js"></script>
<obs-card indicator="robos" place="13" observatory="https://observatorio.example/observatory.json">
  ${FALLBACK}
</obs-card>`,
      `<iframe src="https://observatorio.example/robos-13.html" title="Robos denunciados, La Libertad, jun. 2026" width="100%" height="480" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-downloads"></iframe>
${FALLBACK}`,
      FALLBACK,
    ]);
  });

  it('holds what a manifest says as text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '/', ' ') }),
        fc.constantFrom(...FORMS, 'page' as const),
        (text, form) => {
          const today = { ...PARTS.today, heading: text, about: text, source: text, statuses: [text] };
          const hostile = snippet(form, { ...PARTS, place: text, data: text, today }, es);
          const tame = snippet(form, PARTS, es);
          const tags = (code: string): number => code.match(/</g)?.length ?? 0;
          expect(tags(hostile)).to.equal(tags(tame));
          expect(hostile).to.not.match(/&(?!(amp|lt|gt|quot);)/);
        },
      ),
    );
  });

  it('is written of an observatory on this computer, which must be published before it is pasted', async () => {
    const { exit, stdout, stderr } = await runCommand([
      'snippet',
      'good',
      '--indicator',
      'robos',
      '--place',
      'La Libertad',
    ]);
    expect(exit, stderr).to.equal(0);
    expect(stdout.match(/<strong>[^<]*<\/strong>/g)).to.deep.equal(
      Array(4).fill('<strong>115 denuncias</strong>'),
    );
    expect(stdout).to.include('data-obs-observatory="/observatory.json"').and.not.include('127.0.0.1');
    expect(stderr).to.include('--manifest-url');
    expect(stdout).to.include('<!-- d) ');
  });

  it('is of the widget that the manifest prefers, unless another is asked for', async () => {
    const asked = ['snippet', 'good', '--indicator', 'victimas', '--form', 'element'];
    expect((await runCommand(asked)).stdout).to.include('<obs-card indicator="victimas"');
    expect((await runCommand([...asked, '--widget', 'trend'])).stdout).to.include('<obs-trend ');
  });

  it('is not written of an indicator or a place that is not there: the nearest is named', async () => {
    const wrong = await runCommand(['snippet', 'good', '--indicator', 'robo']);
    expect([wrong.exit, wrong.stderr]).to.satisfy(
      ([exit, text]: [number, string]) => exit === 1 && text.includes('«robos»'),
    );
    const nowhere = await runCommand(['snippet', 'good', '--indicator', 'robos', '--place', 'La Libertda']);
    expect(nowhere.stderr).to.include('«La Libertad»');
  });
});
