import type { ApolloServerPlugin } from '@apollo/server';
import {
  BREAK,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { askedFields } from './asked.ts';
import type { RequestContext } from './context.ts';

/** One root field, and nothing below it has a resolver that could read: whatever answers it, the answer is of one state. */
function readsOnce(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const [only, ...others] = operation.selectionSet.selections;
  if (operation.operation !== OperationTypeNode.QUERY || only?.kind !== Kind.FIELD || others.length > 0) return false;
  const info = new TypeInfo(schema);
  let plain = true;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field() {
        const below = info.getParentType() !== schema.getQueryType();
        if (!below || !info.getFieldDef()?.resolve) return undefined;
        plain = false;
        return BREAK;
      },
    }),
  );
  return plain;
}

/** Tells the snapshot of a request what it will be asked for, and whose statements they are. */
export function foresight(): ApolloServerPlugin<RequestContext> {
  const known = new WeakMap<OperationDefinitionNode, boolean>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, contextValue }) {
          if (!operation) return;
          const { reads } = contextValue;
          contextValue.asked = askedFields(schema, document);
          let alone = known.get(operation);
          if (alone === undefined) known.set(operation, (alone = readsOnce(schema, document, operation)));
          reads.alone = alone;
          reads.nameOperation(operation.name?.value ?? '');
        },
      };
    },
  };
}
