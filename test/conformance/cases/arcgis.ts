import { fact, type Case } from '../case.js';
import { rounded, sumOf } from '../measure.js';

const SERVICE = 'https://gis.example/arcgis/rest/services/';

interface Features {
  readonly features: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
}

/** A reply of features, of which one field is added up. */
const features = (file: string, summed: string, layer?: string): Case => ({
  protocol: 'arcgis',
  file: `real/arcgis/${file}`,
  address: `${SERVICE}${file.replace('.json', '')}/FeatureServer/0`,
  later: { part: /where=\w+\+%3E\+|resultOffset=[1-9]/, body: '{"features":[]}' },
  ...(layer !== undefined && { beside: { '/0?f=json': `real/arcgis/${layer}` } }),
  facts: ({ table }, text) => {
    const all = (JSON.parse(text) as Features).features;
    const sum = all.reduce((total, { attributes }) => total + Number(attributes[summed]), 0);
    return [
      fact('rows', table.length, all.length),
      fact(`sum of ${summed}`, sumOf(table, summed), rounded(sum)),
    ];
  },
});

export const arcgisCases: readonly Case[] = [
  features('points-esri.json', 'POPULATION'),
  features('polygons-esri.json', 'Shape__Area'),
  features('query-page-partial.json', 'LABEL_ANGL', 'layer-metadata-us-il-cook.json'),
  {
    protocol: 'arcgis',
    file: 'real/arcgis/error-400.json',
    address: `${SERVICE}error/FeatureServer/0`,
    fails: 'server-error',
  },
];
