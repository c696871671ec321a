import { expect, it } from 'vitest';
import { known } from '@rapport/model/metrics';
import { allContracts } from './contracts.ts';

it('what metrics need is proven by columns that the contracts have', () => {
  const unknown = Object.entries(known).flatMap(([name, { anyOf }]) =>
    anyOf.flatMap(({ feed, column }) => {
      if (feed === null) return []; // declared with the shop, not delivered
      const contract = allContracts.find((each) => each.feed === feed);
      return contract && (column === null || column in contract.columns) ? [] : [`${name}: ${feed}.${column}`];
    }),
  );
  expect(unknown).toEqual([]);
});
