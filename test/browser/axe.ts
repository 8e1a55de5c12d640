import axe from 'axe-core';
import { expect } from 'chai';

/** No rule of axe, best practices included, is broken within the element. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(told).to.deep.equal([]);
}
