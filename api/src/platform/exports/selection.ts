import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document selects of one object, fragments spread and written twice merged: by the name it has in the answer. */
export type Fields = Map<string, FieldNode[]>;

export interface Selecting {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

type Selected = SelectionSetNode['selections'][number];

const isLeftOut = (node: Selected, variables: Record<string, unknown>): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true ||
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false;

export function fieldsOf(selecting: Selecting, sets: readonly (SelectionSetNode | undefined)[]): Fields {
  const fields: Fields = new Map();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (isLeftOut(node, selecting.variables)) continue;
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        fields.set(name, [...(fields.get(name) ?? []), node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
      else {
        const fragment = selecting.fragments.get(node.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) if (set) collect(set);
  return fields;
}

export const below = (selecting: Selecting, nodes: readonly FieldNode[]): Fields =>
  fieldsOf(
    selecting,
    nodes.map((node) => node.selectionSet),
  );

/** The field of the schema a node stands for. */
export const definitionOf = (type: GraphQLObjectType, [node]: readonly FieldNode[]) =>
  type.getFields()[node?.name.value ?? ''];
