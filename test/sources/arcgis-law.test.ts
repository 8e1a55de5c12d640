import '../support/as-module.js';
import { expect } from 'chai';
import { arcgisPortal, type Layer } from '../servers/arcgis.js';
import { expectSameAnswer } from '../support/push-down-law.js';

const LAYERS: Readonly<Record<string, Layer>> = {
  'a layer that pages and puts together': {
    maxRecordCount: 7,
    supportsPagination: true,
    supportsStatistics: true,
    tellsLimit: true,
  },
  'a layer of an old server, which does neither and does not tell that it cut off': {
    maxRecordCount: 5,
    supportsPagination: false,
    supportsStatistics: false,
    tellsLimit: false,
  },
};

describe('what an ArcGIS layer is asked', () => {
  for (const [title, layer] of Object.entries(LAYERS)) {
    it(`does not change the answer: ${title}`, async () => {
      const requests = await expectSameAnswer({
        protocol: 'arcgis',
        src: (run) => `https://gis${run}.example/arcgis/rest/services/Denuncias/FeatureServer/0`,
        portal: arcgisPortal(layer),
      });
      const asked = requests.map((url) => new URL(url).searchParams);
      const filtered = asked.filter((given) => /lugar|tipo|cantidad|anio/.test(given.get('where') ?? ''));
      const grouped = asked.filter((given) => given.has('outStatistics'));
      const paged = asked.filter(
        (given) => /OBJECTID > /.test(given.get('where') ?? '') || Number(given.get('resultOffset')) > 0,
      );
      expect(filtered.length, 'filtered').to.be.above(300);
      expect(paged.length, 'paged').to.be.above(300);
      if (layer.supportsStatistics) expect(grouped.length, 'grouped').to.be.above(300);
      else expect(grouped.length, 'grouped').to.equal(0);
    }).timeout(300_000);
  }
});
