import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { LoaderOf, RequestContext } from './context.ts';

/** A field that a page may bring with it: see `attach`. Its own resolver answers where none did. */
export function Attached(): ReturnType<typeof Extensions> {
  return Extensions({ attached: true });
}

/** The children of many nodes, in their order. */
export type ChildrenOf<Node> = (context: RequestContext, nodes: readonly Node[]) => Promise<readonly unknown[]>;

export const childrenBy =
  <Node, Key, Value>(make: LoaderOf<Key, Value>, key: (node: Node) => Key): ChildrenOf<Node> =>
  (context, nodes) =>
    context.loader(make).all(nodes.map(key));

/** Reads what hangs on the nodes of a page, all at once, and puts it there: nothing is left to wait for, node by node. */
export async function attach<Node extends object>(
  context: RequestContext,
  nodes: readonly Node[],
  children: Readonly<Record<string, ChildrenOf<Node>>>,
  asked: ReadonlySet<string>,
): Promise<void> {
  if (nodes.length === 0) return;
  const reading = Object.entries(children).filter(([name]) => asked.has(name));
  await Promise.all(
    reading.map(async ([name, childrenOf]) => {
      const values = await childrenOf(context, nodes);
      for (let index = 0; index < nodes.length; index += 1)
        (nodes[index] as Record<string, unknown>)[name] = values[index];
    }),
  );
}

/** Lets attached fields answer with what stands on the node. */
export function resolveAttached(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const [name, field] of Object.entries(type.getFields()))
      if (field.extensions['attached'] && field.resolve) field.resolve = attachedOr(name, field.resolve);
  }
}

const attachedOr =
  (name: string, read: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
  (node, args, context, info) =>
    (node as Record<string, unknown>)[name] ?? read(node, args, context, info);
