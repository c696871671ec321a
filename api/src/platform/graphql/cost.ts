import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { refusedBeforehand } from './errors.ts';
import { assertPageSize } from './page.ts';

/** Lists without a page size (the items of an order, …) are counted with this many rows. */
const LIST_SIZE = 3;

type PriceOf = (args: Record<string, unknown>) => number;

/** A field that knows its whole price, everything below it included, from its arguments. */
export function Price(price: PriceOf): ReturnType<typeof Extensions> {
  return Extensions({ price });
}

interface Pricing {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** Fragments that spread each other twice would double with each step: each is counted once for a page size. */
  counted: Map<string, number>;
}

/**
 * The cost of an operation: one for every object it may return. Pages count their `first`, so nested pages multiply.
 * Variables and fragments count; @skip and @include do not lower it.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const pricing = {
    schema,
    variables,
    counted: new Map<string, number>(),
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
  const root = schema.getRootType(operation.operation);
  return root ? selectionCost(pricing, operation.selectionSet, root, 1) : 0;
}

/** `page` is the size of the connection we stand in: its `nodes` and `edges` hold that many rows. */
function selectionCost(pricing: Pricing, set: SelectionSetNode, parent: GraphQLObjectType, page: number): number {
  let cost = 0;
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) cost += fieldCost(pricing, node, parent, page);
    else if (node.kind === Kind.INLINE_FRAGMENT) cost += selectionCost(pricing, node.selectionSet, parent, page);
    else cost += fragmentCost(pricing, node.name.value, page);
  }
  return cost;
}

function fragmentCost(pricing: Pricing, name: string, page: number): number {
  const key = `${name} ${page}`;
  const known = pricing.counted.get(key);
  if (known !== undefined) return known;
  const fragment = pricing.fragments.get(name);
  const type = fragment && typeFromAST(pricing.schema, fragment.typeCondition);
  const cost = isObjectType(type) ? selectionCost(pricing, fragment!.selectionSet, type, page) : 0;
  pricing.counted.set(key, cost);
  return cost;
}

function fieldCost(pricing: Pricing, node: FieldNode, parent: GraphQLObjectType, page: number): number {
  const field = parent.getFields()[node.name.value];
  if (!field) return 0;
  // A look-up is work, even where all it brings is one value.
  if (!node.selectionSet) return parent === pricing.schema.getQueryType() ? 1 : 0;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return 0;
  const args = field.args.length === 0 ? {} : getArgumentValues(field, node, pricing.variables);
  const price = field.extensions['price'] as PriceOf | undefined;
  if (price) return Math.max(1, Math.ceil(priced(price, args)));
  const own = rowsOf(field, args, parent, page);
  const isPage = type.name.endsWith('Connection');
  const inner = selectionCost(pricing, node.selectionSet, type, isPage ? own : 1);
  return isPage ? 1 + inner : own * (1 + inner);
}

/** Where the answer would be too large for its kind, the price is a refusal. */
function priced(price: PriceOf, args: Record<string, unknown>): number {
  try {
    return price(args);
  } catch (error) {
    throw refusedBeforehand(error);
  }
}

function rowsOf(
  field: GraphQLField<unknown, unknown>,
  args: Record<string, unknown>,
  parent: GraphQLObjectType,
  page: number,
): number {
  if ('first' in args) return pageSize(args['first']);
  if (!isListType(getNullableType(field.type))) return 1;
  return parent.name.endsWith('Connection') ? page : LIST_SIZE;
}

function pageSize(first: unknown): number {
  assertPageSize(first);
  return first as number;
}
