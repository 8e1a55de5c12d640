import '../support/as-module.js';
import { expect } from 'chai';
import { odataService, type Service } from '../servers/odata.js';
import { expectSameAnswer } from '../support/push-down-law.js';

const SERVICES: Readonly<Record<string, Service>> = {
  'a service that puts together': { applies: true, page: 100 },
  'a service that does not, and gives seven rows at once': { applies: false, page: 7 },
};

describe('what an OData service is asked', () => {
  for (const [title, service] of Object.entries(SERVICES)) {
    it(`does not change the answer: ${title}`, async () => {
      const requests = await expectSameAnswer({
        protocol: 'odata',
        src: (run) => `https://datos.example/odata/Denuncias?run=${run}`,
        portal: odataService(service),
      });
      const asked = requests.map((url) => new URL(url).searchParams);
      const filtered = asked.filter(
        (given) => given.has('$filter') || given.get('$apply')?.startsWith('filter('),
      );
      expect(filtered.length, 'filtered').to.be.above(300);
      expect(asked.filter((given) => given.has('$apply')).length, 'grouped').to.be.above(300);
      if (!service.applies)
        expect(asked.filter((given) => given.has('$skiptoken')).length, 'paged').to.be.above(300);
    }).timeout(300_000);
  }
});
