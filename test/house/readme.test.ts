import { expect } from 'chai';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../../src/request/limits.js';
import { PROTOCOLS } from '../../src/sources/protocols.js';
import { STATUS, type StatusName } from '../../src/table/status.js';
import { readStatus } from '../../src/table/status-notation.js';
import { remarks } from '../../src/text/es/remarks.js';
import { owner } from '../../src/text/es/owner.js';
import { STATUS_SYMBOL } from '../../src/text/status-symbols.js';
import { FigureElement } from '../../src/widgets/figure/figure-element.js';
import { FORMATS } from '../../src/widgets/download/formats.js';
import { anchorsOf, blocksOf, codesIn, linksIn, rowsOf, sectionOf } from './markdown.js';
import { readJson, readProject, ROOT } from './project.js';
import { attributesOf, eventsOf, partsOf, propertiesOf, TAGS, WIDGETS, type Tag } from './widgets.js';

const README = readProject('README.md');
const section = (heading: string): string => sectionOf(README, heading);
/** What the first cells of a section's tables name. */
const named = (heading: string): string[] =>
  rowsOf(section(heading)).flatMap(([first = '']) => codesIn(first));
const unionOf = (list: (tag: Tag) => readonly string[]): string[] => [...new Set(TAGS.flatMap(list))].sort();

/** Those that are framed: a choice and a profile hold no figures of their own. */
const WITH_FIGURES = TAGS.filter((tag) => WIDGETS[tag].prototype instanceof FigureElement);

/** What a document shows as code, in blocks and within its lines. */
const codeOf = (markdown: string): string =>
  [...blocksOf(markdown).map(({ text }) => text), ...codesIn(markdown)].join('\n');

describe('the commands of the README', () => {
  const commands = blocksOf(README).map(({ text }) => text);

  it('come first: the one to see it, then the one to check it', () => {
    expect(commands.slice(0, 2)).to.deep.equal(['npm ci && npm start', 'npm ci && npm test']);
  });

  it('are what the build machine runs', () => {
    const run = readProject('.ci/run').trimEnd().split('\n');
    expect(run.at(-1)).to.equal(commands[1]);
    expect(run.slice(0, -1)).to.deep.equal(['#!/bin/sh', 'set -e']);
    expect(statSync(join(ROOT, '.ci/run')).mode & 0o100).not.to.equal(0);
  });

  it('are all there, in every document', () => {
    const { scripts } = readJson<{ scripts: Record<string, string> }>('package.json');
    const known = new Set([...Object.keys(scripts), 'ci', 'install', 'pack', 'run']);
    const unknown = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'].flatMap((document) =>
      [...codeOf(readProject(document)).matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !known.has(name)),
    );
    expect(unknown).to.deep.equal([]);
  });
});

describe('the links of the documents', () => {
  for (const document of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']) {
    it(`lead to a file or a heading that is there (${document})`, () => {
      const text = readProject(document);
      const dead = linksIn(text).filter((link) =>
        link.startsWith('#')
          ? !anchorsOf(text).includes(link.slice(1))
          : !/^(https|mailto):/.test(link) && !existsSync(join(ROOT, link.replace(/#.*/, ''))),
      );
      expect(dead).to.deep.equal([]);
    });
  }

  it('show one picture, light enough for a slow line, and say what is in it', () => {
    const pictures = [...README.matchAll(/<img src="([^"]+)" alt="([^"]+)"/g)];
    expect(pictures).to.have.length(1);
    expect(statSync(join(ROOT, pictures[0]?.[1] ?? '')).size).to.be.below(150_000);
    expect(pictures[0]?.[2]?.length).to.be.above(60);
  });
});

describe('the tables of the README', () => {
  it('name every attribute once, and none that a widget has not', () => {
    const common = attributesOf('obs-card').filter((name) =>
      TAGS.every((tag) => attributesOf(tag).includes(name)),
    );
    const rows = rowsOf(section('De cada cuadro'));
    const own = rows.flatMap(([name = '', tags = '']) => codesIn(tags).map((tag) => [codesIn(name)[0], tag]));
    expect(
      named('Atributos')
        .filter((name) => common.includes(name))
        .sort(),
    ).to.deep.equal(common);
    for (const tag of TAGS) {
      const told = own.filter(([, of]) => of === tag).map(([name]) => name);
      expect(told.sort(), tag).to.deep.equal(attributesOf(tag).filter((name) => !common.includes(name)));
    }
    expect(named('Atributos')).to.have.length(common.length + rows.length);
  });

  it('give the limits that hold', () => {
    const told = new Map(
      rowsOf(section('De todos los cuadros: los datos')).map(([name = '', text = '']) => [name, text]),
    );
    const { maxBytes, whole, firstByte, stall } = DEFAULT_LIMITS;
    expect(told.get('`max-bytes`')).to.contain(`; ${maxBytes} (${maxBytes / 1024 / 1024} MB) sin él`);
    expect(told.get('`timeout`')).to.contain(`; ${whole / 1000} sin él`);
    expect(told.get('`first-byte-timeout`')).to.contain(`; ${firstByte / 1000} sin él`);
    expect(told.get('`stall-timeout`')).to.contain(`; ${stall / 1000} sin él`);
  });

  it('name every widget, protocol, format and event', () => {
    expect(named('Los cuadros').sort()).to.deep.equal([...TAGS].sort());
    expect(named('De dónde se leen los datos')).to.deep.equal(PROTOCOLS);
    expect(named('Descargas')).to.deep.equal(FORMATS);
    expect(
      named('Para quien programa')
        .filter((name) => name.startsWith('obs-'))
        .sort(),
    ).to.deep.equal(unionOf(eventsOf));
  });

  it('explain every status: its letter, its words, and what is read as it', () => {
    const rows = rowsOf(section('Estados de un dato'));
    const told = Object.fromEntries(
      rows.map(([letter = '', words = '']) => [codesIn(letter)[0] ?? '', words]),
    );
    const names = Object.keys(STATUS) as StatusName[];
    expect(told).to.deep.equal(
      Object.fromEntries(names.map((name) => [STATUS_SYMBOL[name], remarks.status[name]])),
    );
    for (const [letter = '', , read = ''] of rows) {
      const name = names.find((each) => STATUS_SYMBOL[each] === codesIn(letter)[0]);
      if (name === 'incomplete') continue;
      for (const cell of [...codesIn(letter), ...codesIn(read)]) {
        expect(readStatus(cell), `${cell} is ${name ?? 'nothing'}`).to.equal(name && STATUS[name]);
      }
    }
  });

  it('give for every error the sentence that the page’s owner reads', () => {
    const told = rowsOf(section('Cuando algo falla')).map(([code = '', sentence = '']) => [
      codesIn(code)[0],
      sentence,
    ]);
    expect(Object.fromEntries(told)).to.deep.equal(owner.error);
  });

  it('name every part and every custom property, and none that is not there', () => {
    const all = named('Colores y letra').flatMap((name) =>
      /^--obs-color-(on-class-|class-)?1$/.test(name)
        ? [1, 2, 3, 4, 5].map((step) => name.replace(/1$/, String(step)))
        : [name],
    );
    const [properties, parts] = [
      all.filter((name) => name.startsWith('--')),
      all.filter((name) => !name.startsWith('--')),
    ];
    expect(properties.sort()).to.deep.equal(unionOf(propertiesOf));
    expect(parts.filter((name) => name !== '::part').sort()).to.deep.equal(unionOf(partsOf));
    for (const [names = '', of = ''] of rowsOf(section('Colores y letra')).filter(
      (row) => row.length === 3,
    )) {
      const tags = of === 'los que muestran cifras' ? WITH_FIGURES : (codesIn(of) as Tag[]);
      for (const tag of tags) expect(partsOf(tag), tag).to.include.members(codesIn(names));
    }
  });

  it('give the weights that the test command holds pages to', () => {
    const budgets = [
      ...readProject('test/size/size.ts').matchAll(/title: 'one (obs-\w+)'.*budget: (\d+)_000/g),
    ];
    const told = rowsOf(section('Peso')).map(([tag = '', weight = '']) => [codesIn(tag)[0], weight]);
    expect(told).to.deep.equal(budgets.map(([, tag, kilobytes]) => [tag, `${kilobytes ?? ''} kB`]));
    expect(told).to.have.length(5);
  });

  it('name what it depends on, under the licences that the packages carry', () => {
    const { packages } = readJson<{ packages: Record<string, { license?: string }> }>('package-lock.json');
    const { dependencies } = readJson<{ dependencies: Record<string, string> }>('package.json');
    const told = rowsOf(section('Licencias')).map(([name = '', license = '']) => [codesIn(name)[0], license]);
    const carried = Object.keys(dependencies).map((name) => [
      name,
      packages[`node_modules/${name}`]?.license,
    ]);
    expect(Object.fromEntries(told)).to.deep.equal(Object.fromEntries(carried));
  });

  it('name modules that the package exports', () => {
    const { exports } = readJson<{ exports: Record<string, unknown> }>('package.json');
    const modules = named('Para quien programa').filter((name) => /^(observatorio-widgets|\/)/.test(name));
    const paths = modules.map((name) => `.${name.replace('observatorio-widgets', '')}`);
    expect(paths.filter((path) => !(path in exports))).to.deep.equal([]);
    expect(paths).to.have.length(9);
  });
});
