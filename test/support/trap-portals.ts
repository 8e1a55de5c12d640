import type { PortalReply } from './push-down-law.js';

/** What a portal answers: a document, or nothing. */
export const said = (body: unknown, status = 200): PortalReply => ({ status, body: JSON.stringify(body) });
export const notThere: PortalReply = { status: 404, body: '' };

let run = 0;
export const at = (path: string): string => `https://trap${++run}.example/${path}`;
export const DATASTORE = 'api/3/action/datastore_search?resource_id=1';
export const search = (records: readonly unknown[], total: unknown = records.length): PortalReply =>
  said({
    success: true,
    result: {
      fields: ['_id', 'DPTO', 'N'].map((id) => ({ id, type: id === 'DPTO' ? 'text' : 'int4' })),
      total,
      records,
    },
  });

const METADATA = `<edmx:Edmx Version="4.0"><EntityType Name="A"><Property Name="N" Type="Edm.Int32"/>
  <Property Name="D" Type="Edm.String"/></EntityType><EntitySet Name="A" EntityType="x.A"/></edmx:Edmx>`;
export const odata =
  (answer: (url: URL) => PortalReply) =>
  (url: URL): PortalReply =>
    url.pathname.endsWith('$metadata') ? { body: METADATA } : answer(url);

export const FIELDS = [
  { name: 'OBJECTID', type: 'esriFieldTypeOID' },
  { name: 'D', type: 'esriFieldTypeString' },
  { name: 'N', type: 'esriFieldTypeInteger' },
];
export const layer = (rows: (url: URL) => readonly object[]) => (url: URL) =>
  said(
    url.pathname.endsWith('/query')
      ? { fields: FIELDS, features: rows(url).map((attributes) => ({ attributes })) }
      : { fields: FIELDS, maxRecordCount: 1000, supportsStatistics: true },
  );
