import Ajv from 'ajv';
import { expect } from 'chai';
import { fieldsOf, manifestSchema } from '../../.rollup/manifest-schema.js';
import { demoDocument } from './demo-manifest.js';

describe('the JSON Schema of the manifest', () => {
  it('tells of every field what it is for', () => {
    const fields = fieldsOf(manifestSchema());
    expect(fields.length).to.be.above(150);
    expect(
      fields.filter(([, { description }]) => description === undefined).map(([path]) => path.join('.')),
    ).to.deep.equal([]);
  });

  // The oracle is a validator of JSON Schema that knows nothing of ours.
  it('takes the demonstration, and refuses what the reading refuses', () => {
    const validate = new Ajv().compile(manifestSchema());
    expect(validate(demoDocument()), JSON.stringify(validate.errors)).to.equal(true);
    const document = demoDocument();
    const [first] = document['indicators'] as { direction: string }[];
    if (first) first.direction = 'down';
    expect(validate(document)).to.equal(false);
  });
});
