import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

export const limits = { tokens: 1000, depth: 12, aliases: 15, directives: 5, cost: 5000 } as const;
export type DocumentLimit = 'DEPTH_LIMIT' | 'ALIAS_LIMIT' | 'DIRECTIVE_LIMIT';

interface Shape {
  depth: number;
  aliases: number;
  directives: number;
}

/** Counts what an operation becomes once its fragments are spread; introspection has no depth of its own. */
class Measure {
  readonly #fragments: Map<string, FragmentDefinitionNode>;
  readonly #measured = new Map<string, Shape>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  operation(operation: OperationDefinitionNode): Shape {
    const shape = this.#selection(operation.selectionSet);
    return { ...shape, directives: shape.directives + (operation.directives?.length ?? 0) };
  }

  #selection(set: SelectionSetNode): Shape {
    const total: Shape = { depth: 0, aliases: 0, directives: 0 };
    const names = new Set<string>();
    for (const node of set.selections) {
      let inner: Shape = { depth: 0, aliases: 0, directives: 0 };
      if (node.kind === Kind.FRAGMENT_SPREAD) inner = this.#fragment(node.name.value);
      else if (node.selectionSet) inner = this.#selection(node.selectionSet);
      const isField = node.kind === Kind.FIELD;
      const introspection = isField && node.name.value.startsWith('__');
      total.depth = Math.max(total.depth, introspection ? 1 : inner.depth + (isField ? 1 : 0));
      // A field written twice is work like an alias, and no use.
      const again = isField && (node.alias !== undefined || names.has(node.name.value));
      if (isField) names.add(node.name.value);
      total.aliases += inner.aliases + (again ? 1 : 0);
      total.directives += inner.directives + (node.directives?.length ?? 0);
    }
    return total;
  }

  #fragment(name: string): Shape {
    const known = this.#measured.get(name);
    if (known) return known;
    // A fragment that spreads itself is refused by another rule; zero here only ends the walk.
    this.#measured.set(name, { depth: 0, aliases: 0, directives: 0 });
    const fragment = this.#fragments.get(name);
    const shape = fragment ? this.#selection(fragment.selectionSet) : { depth: 0, aliases: 0, directives: 0 };
    this.#measured.set(name, shape);
    return shape;
  }
}

/** A validation rule: depth, aliases and directives of every operation, refused before anything is resolved. */
export function documentLimits(context: ValidationContext): ASTVisitor {
  const refuse = (limit: DocumentLimit, message: string, node: OperationDefinitionNode): void =>
    context.reportError(new GraphQLError(message, { nodes: node, extensions: { limit } }));
  const measure = new Measure(context.getDocument());
  return {
    OperationDefinition(node) {
      const { depth, aliases, directives } = measure.operation(node);
      if (depth > limits.depth)
        refuse(
          'DEPTH_LIMIT',
          `The query is ${depth} levels deep; ${limits.depth} are allowed. Ask in two steps.`,
          node,
        );
      if (aliases > limits.aliases)
        refuse(
          'ALIAS_LIMIT',
          `The query has ${aliases} aliases and repeated fields; ${limits.aliases} are allowed. Send it in parts.`,
          node,
        );
      if (directives > limits.directives)
        refuse('DIRECTIVE_LIMIT', `The query has ${directives} directives; ${limits.directives} are allowed.`, node);
    },
  };
}
