import { buildSchema, execute, parse, type GraphQLResolveInfo } from 'graphql';
import { expect, test } from 'vitest';
import { askedFields, askedOfNodes, placesAsked } from './asked.ts';

const schema = buildSchema(`
  type Query { orders(first: Int): OrderConnection reviews: [Review] }
  type OrderConnection { nodes: [Order] edges: [OrderEdge] pageInfo: PageInfo }
  type OrderEdge { cursor: String node: Order }
  type PageInfo { hasNextPage: Boolean endCursor: String }
  type Order { id: ID shop: String items: [Item] reviews: [Review] }
  type Item { id: ID price: Int }
  type Review { order: Order score: Int }`);

test('fields are gathered by type, by their names and through fragments, wherever they stand', () => {
  const asked = askedFields(
    schema,
    parse(`query { orders { nodes { key: id ...More } } reviews { order { shop } } }
      fragment More on Order { ... on Order { items { price } } }`),
  );
  expect([...asked.get('Order')!].toSorted()).toEqual(['id', 'items', 'shop']);
  expect([...asked.get('Item')!]).toEqual(['price']);
  expect([...asked.get('Review')!]).toEqual(['order']);
});

test('at its place a page is asked for what stands below its nodes and edges, and for nothing of other places', async () => {
  const seen: string[][] = [];
  const orders = (_: unknown, __: unknown, info: GraphQLResolveInfo): null => {
    seen.push([...askedOfNodes(info)].toSorted());
    return null;
  };
  const document = parse(`
    query { orders { nodes { id } ...Page } again: orders { nodes { shop } } reviews { order { reviews { score } } } }
    fragment Page on OrderConnection { edges { node { items { id } } } }`);
  for (const _ of [1, 2])
    await execute({
      schema,
      document,
      rootValue: { orders: (args: unknown, context: unknown, info: GraphQLResolveInfo) => orders(args, context, info) },
    });
  expect(seen).toEqual([['id', 'items'], ['shop'], ['id', 'items'], ['shop']]);
});

test.each([
  ['orders { nodes { id } }', false],
  ['orders { nodes { id } pageInfo { hasNextPage } }', false],
  ['orders { pageInfo { endCursor } }', true],
  ['orders { edges { cursor } }', true],
])('{ %s } asks where a page goes on: %s', (query, places) => {
  expect(placesAsked(askedFields(schema, parse(`{ ${query} }`)), 'Order')).toBe(places);
});
