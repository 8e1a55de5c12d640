import { expect } from 'chai';
import type { LitElement } from 'lit';
import ts from 'typescript';
import { join } from 'node:path';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { askIndicator } from '../../src/engine/ask-indicator.js';
import type { Answer } from '../../src/engine/engine.js';
import { pageObservatory } from '../../src/engine/page-observatory.js';
import { parseMeasures, parseSort, parseTime } from '../../src/query/parse-options.js';
import { parsePer } from '../../src/query/parse-per.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { ObsErrorEvent, ObsLoadEvent, ObsShownEvent } from '../../src/widgets/figure/events.js';
import { ObsNoticeEvent } from '../../src/widgets/figure/notice-event.js';
import { ObsChoiceEvent } from '../../src/widgets/filter/choice-event.js';
import { DataError } from '../../src/errors.js';
import { answerOf } from '../support/answer.js';
import { seriesTable } from '../support/make-table.js';
import { never } from '../support/question.js';
import { needsBuilt } from './built.js';
import { blocksOf, codesIn, rowsOf, sectionOf, tagsOf } from './markdown.js';
import { readProject, ROOT } from './project.js';
import { attributesOf, WIDGETS, type Tag } from './widgets.js';

const README = readProject('README.md');
/** The observatory of the README's examples. */
const EXAMPLE = 'https://datos.example';

interface Example {
  readonly title: string;
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What HTML itself lets stand on any element, in these examples. */
const OF_HTML = /^(id|class)$/;

/** `<div data-obs="card" data-obs-src="…">` is the tag `obs-card` with `src`. */
function exampleOf(name: string, written: Readonly<Record<string, string>>): Example | undefined {
  const kind = written['data-obs'];
  if (kind === undefined && !name.startsWith('obs-')) return undefined;
  const entries = Object.entries(written).filter(([key]) => key !== 'data-obs');
  const attributes = Object.fromEntries(
    kind === undefined ? entries : entries.map(([key, value]) => [key.replace('data-obs-', ''), value]),
  );
  const tag = (kind === undefined ? name : `obs-${kind}`) as Tag;
  return { title: `${tag} ${attributes['heading'] ?? attributes['value'] ?? ''}`, tag, attributes };
}

const EXAMPLES = blocksOf(README)
  .filter(({ language }) => language === 'html')
  .flatMap(({ text }) => tagsOf(text))
  .flatMap(({ name, attributes }) => exampleOf(name, attributes) ?? []);

/** The widget as a page would make it, with the demonstration observatory in place of the example's. */
function widgetOf({ tag, attributes }: Example, observatory: string): InstanceType<(typeof WIDGETS)[Tag]> {
  const widget = new WIDGETS[tag]();
  Object.defineProperty(widget, 'baseURI', { value: 'http://pagina.example/' });
  const { elementProperties } = WIDGETS[tag] as unknown as typeof LitElement;
  for (const [property, { attribute }] of elementProperties) {
    const value = attributes[String(attribute)];
    if (value !== undefined)
      (widget as unknown as Record<PropertyKey, string>)[property] = value.replace(EXAMPLE, observatory);
  }
  return widget;
}

/** What the manifest says in place of attributes that the page does not write. */
async function fill(widget: InstanceType<(typeof WIDGETS)[Tag]>, observatory: string): Promise<void> {
  const { indicator, place, where, maxBytes, timeout, firstByteTimeout, stallTimeout } = widget;
  if (indicator === '') return;
  const limits = { hosts: [], maxBytes, timeout, firstByteTimeout, stallTimeout };
  const asked = {
    url: `${observatory}/observatory.json`,
    indicator,
    place,
    where,
    lang: 'es',
    byParts: false,
    by: '',
    ...limits,
  };
  const texts = await askIndicator(pageObservatory, asked, { signal: never });
  Object.assign(widget, texts);
}

describe('the examples of the README', () => {
  let observatory: Observatory;
  before(async () => {
    observatory = await startObservatory({ port: 0 });
  });
  after(() => observatory.close());

  it('show every widget, as its own tag or as a plain element', () => {
    expect([...new Set(EXAMPLES.map(({ tag }) => tag))].sort()).to.deep.equal(Object.keys(WIDGETS).sort());
    expect(EXAMPLES.length).to.be.above(6);
  });

  it('have only attributes that their widget has', () => {
    for (const { tag, title, attributes } of EXAMPLES) {
      const unknown = Object.keys(attributes).filter(
        (name) => !attributesOf(tag).includes(name) && !OF_HTML.test(name),
      );
      expect(unknown, title).to.deep.equal([]);
    }
  });

  for (const example of EXAMPLES.filter(({ tag }) => !/^obs-(filter|profile)$/.test(tag))) {
    it(`bring figures from the demonstration observatory, without a word of warning: ${example.title}`, async () => {
      const widget = widgetOf(example, observatory.url);
      await fill(widget, observatory.url);
      if (!('engine' in widget)) throw new Error(`${example.tag} asks nothing`);
      const { question } = widget;
      expect(question).not.to.equal(undefined);
      if (!question) return;
      const { table, provenance } = await widget.engine.ask(question, { signal: never });
      expect(table.length).to.be.above(0);
      expect(table.notices.filter(({ code }) => code !== 'codes-padded')).to.deep.equal([]);
      expect(widget.sourceName || provenance.metadata.publisher).to.be.a('string');
    });
  }
});

describe('the forms of a question in the README', () => {
  const rows = rowsOf(sectionOf(README, 'Preguntar por los datos'));
  const forms = (name: string): string[] => codesIn(rows.find(([part]) => part === `\`${name}\``)?.[1] ?? '');

  it('can all be read', () => {
    const read: Readonly<Record<string, (text: string) => unknown>> = {
      value: parseMeasures,
      sort: parseSort,
      time: parseTime,
    };
    for (const [name, parse] of Object.entries(read)) {
      expect(forms(name).length, name).to.be.above(1);
      for (const form of forms(name).filter((each) => !/^(quarter|half|year)$/.test(each))) parse(form);
    }
    for (const length of ['quarter', 'half', 'year']) {
      expect(forms('time')).to.include(length);
      expect(parseTime(`${length}(fecha)`).every).to.equal(length);
    }
    expect(parsePer('100000 de sum(poblacion)')).to.deep.equal(parsePer(forms('per')[0] ?? ''));
  });

  it('are all the signs and words of a condition', () => {
    const conditions: Readonly<Record<string, string>> = {
      'in (…)': "a in ('x', 'y')",
      'between … and …': 'a between 1 and 2',
      'is null': 'a is null',
      'is not null': 'a is not null',
      and: 'a = 1 and b = 2',
      or: 'a = 1 or b = 2',
      not: 'not a = 1',
    };
    for (const form of forms('where')) parseWhere(conditions[form] ?? `a ${form} 1`);
    expect(forms('where').length).to.be.above(10);
    expect(parseWhere("[Tipo de delito] = 'd''Angelo'")).to.include({ column: 'Tipo de delito' });
  });
});

describe('what the README says to programmers', () => {
  it('compiles, against the types of the package as it is built', () => {
    needsBuilt('dist/index.d.ts', 'npm run build');
    const [example] = blocksOf(README).filter(({ language }) => language === 'ts');
    const folder = join(ROOT, 'examples/developer');
    const read = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path));
    const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, folder);
    const file = join(folder, 'of-the-readme.ts');
    const host = ts.createCompilerHost(options);
    const [onDisk, exists] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
    host.fileExists = (name) => name === file || exists(name);
    host.getSourceFile = (name, version, ...rest) =>
      name === file
        ? ts.createSourceFile(name, example?.text ?? '', version)
        : onDisk(name, version, ...rest);
    const said = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
    expect(said.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).to.deep.equal(
      [],
    );
    expect(example?.text).to.contain('ObsTrend');
  }).timeout(60_000);

  it('names what each event carries', () => {
    const answer: Answer = answerOf(seriesTable({ 2023: 1, 2024: 2 }));
    const events = [
      new ObsLoadEvent(answer),
      new ObsErrorEvent(new DataError('timeout'), false),
      new ObsChoiceEvent('dep', '13'),
      new ObsNoticeEvent([]),
      new ObsShownEvent(),
    ];
    const rows = rowsOf(sectionOf(README, 'Para quien programa')).filter((row) => row.length === 3);
    const told = rows.map(([name = '', , carries = '']) => [codesIn(name)[0], codesIn(carries).sort()]);
    const own = (event: Event): string[] => Object.keys(event).filter((key) => key !== 'isTrusted');
    expect(told).to.deep.equal(events.map((event) => [event.type, own(event).sort()]));
  });
});
