import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { PROTOCOLS } from '../../src/sources/protocols.js';
import { needsBuilt } from './built.js';
import { blocksOf } from './markdown.js';
import { readProject, ROOT } from './project.js';

/** What a source may weigh, minified and compressed, with its plan, its description and its reply. */
const MOST = 3000;
/**
 * Those that weigh more, and how much at most: SDMX has three layouts; OData is asked for groups in a grammar of its
 * own and describes itself in XML. A workbook's reader is a library, loaded beside its source.
 */
const HEAVIER: Readonly<Record<string, number>> = { sdmx: 4000, odata: 3080 };

/** What every page of a protocol tells, in this order; a page may tell more between. */
const SECTIONS: readonly string[] = [
  'Qué debe permitir el servidor',
  'Qué se pide y qué hace la página',
  'Cuando algo falla',
  'Qué falta o no se comprobó',
];

describe('each protocol', () => {
  for (const protocol of PROTOCOLS) {
    it(`${protocol}: has a page with the tag to paste, what the portal must allow, and what was not tried`, () => {
      const page = readProject(`docs/protocolos/${protocol}.md`);
      const [tag] = blocksOf(page).filter(({ language }) => language === 'html');
      expect(tag?.text).to.match(/<obs-(card|trend|bars|table|download)\s+[^>]*src="https?:\/\//);
      expect(page).to.match(/CORS|Access-Control-Allow-Origin/);
      expect(page.split('\n').length).to.be.below(90);
      const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
      expect(headings.filter((heading) => SECTIONS.includes(heading))).to.deep.equal(SECTIONS);
    });

    it(`${protocol}: has tests of its own`, () => {
      expect(existsSync(join(ROOT, `test/sources/${protocol}.test.ts`))).to.equal(true);
    });

    it(`${protocol}: weighs no more than it may, for the pages that use it`, () => {
      needsBuilt('cdn/chunks', 'npm run build');
      const files = readdirSync(join(ROOT, 'cdn/chunks'));
      const own = files.filter((name) => new RegExp(`^${protocol}-[\\w-]{8}\\.js$`).test(name));
      // CSV is what most pages read: it stands in the first file.
      if (protocol === 'csv') return expect(own).to.deep.equal([]);
      expect(own, 'chunks').to.have.length(1);
      const bytes = gzipSync(readFileSync(join(ROOT, 'cdn/chunks', own[0] ?? '')), { level: 9 }).length;
      expect(bytes).to.be.at.most(HEAVIER[protocol] ?? MOST);
      return undefined;
    });
  }
});
