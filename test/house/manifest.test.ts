import { expect } from 'chai';
import { needsBuilt } from './built.js';
import { readJson } from './project.js';
import { attributesOf, eventsOf, partsOf, propertiesOf, slotsOf, TAGS } from './widgets.js';

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly inheritedFrom?: { readonly name: string };
}
interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Described[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}
interface Module {
  readonly path: string;
  readonly declarations?: readonly Declaration[];
}

const LISTS = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'] as const;
const names = (list: readonly Described[] = []): string[] => list.map(({ name }) => name).sort();

describe('custom-elements.json', () => {
  let declarations: readonly Declaration[];
  let modules: readonly Module[];
  const widget = (tag: string): Declaration => {
    const found = declarations.find(({ tagName }) => tagName === tag);
    if (!found) throw new Error(`custom-elements.json does not know ${tag}`);
    return found;
  };

  before(() => {
    needsBuilt('custom-elements.json', 'npm run manifest');
    ({ modules } = readJson<{ modules: Module[] }>('custom-elements.json'));
    declarations = modules.flatMap((module) => module.declarations ?? []);
  });

  for (const tag of TAGS) {
    it(`describes every attribute, event, slot, part and property of ${tag}, and none that it has not`, () => {
      const told = widget(tag);
      expect(names(told.attributes), 'attributes').to.deep.equal(attributesOf(tag));
      expect(names(told.events), 'events').to.deep.equal(eventsOf(tag));
      expect(names(told.slots), 'slots').to.deep.equal(slotsOf(tag));
      expect(names(told.cssParts), 'parts').to.deep.equal(partsOf(tag));
      expect(names(told.cssProperties), 'properties').to.deep.equal(propertiesOf(tag));
    });

    it(`says in words what each of them is (${tag})`, () => {
      const told = widget(tag);
      const silent = LISTS.flatMap((list) =>
        (told[list] ?? []).filter(({ description = '' }) => !/\p{L}.*\.$/su.test(description)),
      );
      expect(silent.map(({ name }) => name)).to.deep.equal([]);
      expect(told.description).to.match(/\p{L}/u);
    });
  }

  it('lists what all widgets have once, where it is made: a widget lists only its own', () => {
    const common = attributesOf('obs-card').filter((name) =>
      TAGS.every((tag) => attributesOf(tag).includes(name)),
    );
    expect(common.length).to.be.above(30);
    for (const tag of TAGS) {
      const isShared = ({ inheritedFrom }: Described): boolean =>
        /^(Figure|Source|Question)/.test(inheritedFrom?.name ?? '');
      const own = (widget(tag).attributes ?? []).filter((each) => !isShared(each));
      expect(
        names(own).filter((name) => common.includes(name)),
        tag,
      ).to.deep.equal([]);
      const inherited = (widget(tag).attributes ?? []).filter(isShared);
      expect(names(inherited), tag).to.deep.equal(common);
    }
    const base = declarations.filter(({ name }) => name === 'FigureAttributes');
    expect(base.map(({ attributes }) => names(attributes))).to.deep.equal([common]);
  });

  it('points at files of the package', () => {
    expect(modules.map(({ path }) => path).filter((path) => !path.startsWith('dist/'))).to.deep.equal([]);
    for (const { path } of modules) needsBuilt(path, 'npm run build');
  });
});
