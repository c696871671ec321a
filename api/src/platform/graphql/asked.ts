import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLResolveInfo, GraphQLSchema, SelectionSetNode } from 'graphql';

/** By type the fields of it that a document names anywhere: more than one place needs, never less. */
export type AskedFields = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<DocumentNode, AskedFields>();

export function askedFields(schema: GraphQLSchema, document: DocumentNode): AskedFields {
  const before = known.get(document);
  if (before) return before;
  const asked = new Map<string, Set<string>>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType()?.name;
        if (parent === undefined) return;
        const fields = asked.get(parent) ?? new Set();
        asked.set(parent, fields.add(node.name.value));
      },
    }),
  );
  known.set(document, asked);
  return asked;
}

/** Whether the document says where the pages of a type go on: to be told, it takes the sort keys of every row. */
export const placesAsked = (asked: AskedFields | null, node: string): boolean =>
  asked === null ||
  asked.get('PageInfo')?.has('endCursor') === true ||
  asked.get(`${node}Edge`)?.has('cursor') === true;

const ofPlaces = new WeakMap<FieldNode, ReadonlySet<string>>();

/** The fields asked of the nodes of a page, at the place that is being resolved. */
export function askedOfNodes({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const [first] = fieldNodes;
  const before = first && fieldNodes.length === 1 ? ofPlaces.get(first) : undefined;
  if (before) return before;
  const below = (sets: readonly SelectionSetNode[], name: string): SelectionSetNode[] =>
    fieldsIn(sets, fragments).flatMap((field) =>
      field.name.value === name && field.selectionSet ? [field.selectionSet] : [],
    );
  const page = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const nodes = [...below(page, 'nodes'), ...below(below(page, 'edges'), 'node')];
  const asked = new Set(fieldsIn(nodes, fragments).map((field) => field.name.value));
  if (first && fieldNodes.length === 1) ofPlaces.set(first, asked);
  return asked;
}

/** How a field is asked for below the place that is being resolved; not where a directive decides whether it is. */
export function askedBelow({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): FieldNode[] {
  const below = fieldsIn(
    fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    fragments,
  );
  return below.filter((field) => field.name.value === name && !field.directives?.length);
}

function fieldsIn(sets: readonly SelectionSetNode[], fragments: GraphQLResolveInfo['fragments']): FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
      return inner ? fieldsIn([inner.selectionSet], fragments) : [];
    }),
  );
}
