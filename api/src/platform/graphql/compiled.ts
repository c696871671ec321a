import type { ApolloServerOptions } from '@apollo/server';
import {
  execute,
  GraphQLError,
  getVariableValues,
  OperationTypeNode,
  visit,
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { RequestContext } from './context.ts';
import type { Replies } from './replies.ts';
import { withDefaults } from './input-defaults.ts';

/** Programs made of documents are kept for as many of them; the longest unused goes first. */
const KEPT = 300;

interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  context: RequestContext;
}

/**
 * Mutations are few and their order matters; introspection is asked once; of @skip and @include in fragments the compiler is known
 * to lose some. All of these are executed by graphql-js.
 */
function canBeCompiled(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  let plain = true;
  visit(document, {
    Directive: () => ((plain = false), BREAK),
    Field: (node) => (/^__(schema|type)$/.test(node.name.value) ? ((plain = false), BREAK) : undefined),
  });
  return plain;
}

const named = (operation: OperationDefinitionNode): string => operation.name?.value ?? '';

/** The compiler's errors lack what graphql-js promises of one, extensions first of all. */
function asGraphqlError({ message, path, locations, originalError, extensions }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError, extensions });
  return Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
}

/** Documents that are asked again become programs: no walk over the document, no look-up of fields, for every row. */
export class Compiled {
  /** By document and operation: null where graphql-js executes it, absent where it was never asked. */
  readonly #programs = new Map<DocumentNode, Map<string, CompiledQuery | null>>();
  readonly #seen = new WeakSet<DocumentNode>();

  get size(): number {
    return this.#programs.size;
  }

  /** Of the documents that are kept, those that became programs. */
  get programs(): number {
    return [...this.#programs.values()].filter((byName) => [...byName.values()].some(Boolean)).length;
  }

  async execute(asked: Asked): Promise<ExecutionResult> {
    const program = this.#programOf(asked);
    const { schema, operation, variables, context } = asked;
    // What is wrong with variables is told in the words of graphql-js.
    if (!program || !getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced)
      return execute({
        schema,
        document: asked.document,
        contextValue: context,
        variableValues: variables,
        operationName: asked.operationName,
      });
    const { errors, ...result } = (await program.query(
      undefined,
      context,
      withDefaults(schema, operation, variables),
    )) as ExecutionResult;
    return errors ? { errors: errors.map(asGraphqlError), ...result } : result;
  }

  /** Compiling costs as much as executing a few times: what is asked once is not worth it. */
  #programOf({ schema, document, operation }: Asked): CompiledQuery | null {
    const programs = this.#programs.get(document);
    if (programs) {
      this.#programs.delete(document);
      this.#programs.set(document, programs);
    } else if (!this.#seen.has(document)) {
      this.#seen.add(document);
      return null;
    }
    const known = programs?.get(named(operation));
    if (known !== undefined) return known;
    const compiled = canBeCompiled(document, operation) ? compileQuery(schema, document, named(operation)) : null;
    const program = compiled && isCompiledQuery(compiled) ? compiled : null;
    this.#programs.set(document, (programs ?? new Map()).set(named(operation), program));
    for (const oldest of this.#programs.keys()) {
      if (this.#programs.size <= KEPT) break;
      this.#programs.delete(oldest);
    }
    return program;
  }
}

type Gateway = NonNullable<ApolloServerOptions<RequestContext>['gateway']>;

/** Apollo lets nobody but a gateway execute: this one executes here. */
export function compiling(schema: GraphQLSchema, compiled: Compiled, replies: Replies): Gateway {
  return {
    onSchemaLoadOrUpdate(loaded) {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operation, operationName, request, context }) => {
        // A name that no operation has: graphql-js says so, and does nothing.
        if (operation === undefined) return execute({ schema, document, operationName: request.operationName });
        const variables = request.variables ?? {};
        const asked = { schema, document, operation, operationName, variables, context: context as RequestContext };
        return replies.of(asked, () => compiled.execute(asked));
      },
    }),
    stop: async () => {},
  };
}
