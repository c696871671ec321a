import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { getVariableValues, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import { everyone, rolesOf } from './roles.ts';
import { costOf } from './cost.ts';
import { limits } from './document-limits.ts';
import { hideNames, isValidation } from './hide-names.ts';
import { misnamed } from './misnamed.ts';
import { forbidden, Refusal } from './refusal.ts';
import type { RequestContext } from './context.ts';
import type { Role } from '@rapport/model/vocabulary';

/** Which roles may send this document: those every field, and every type it selects from, allows. */
function rolesFor(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<Role> {
  const allowed = new Set(everyone);
  const keepOnly = (roles: readonly Role[] | undefined): void => {
    for (const role of allowed) if (!roles?.includes(role)) allowed.delete(role);
  };
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (node.name.value === '__typename') return;
        if (node.name.value.startsWith('__') || parent?.name.startsWith('__')) {
          allowed.delete('executive');
          return false;
        }
        const own = field ? rolesOf(field) : undefined;
        if (own || !parent || roots.some((root) => root === parent)) keepOnly(own);
        if (parent && !roots.some((root) => root === parent)) keepOnly(rolesOf(parent));
        return undefined;
      },
    }),
  );
  return allowed;
}

function price(schema: GraphQLSchema, context: GraphQLRequestContextDidResolveOperation<RequestContext>): number {
  const { document, operation, request } = context;
  if (!operation) return 0;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  // Wrong variables are refused by the execution itself, which says what is wrong with them.
  return coerced.coerced ? costOf(schema, document, operation, coerced.coerced) : 0;
}

/** Between validation and execution: may this role ask that, and can we afford the answer? Both before any SQL. */
export function gate(): ApolloServerPlugin<RequestContext> {
  const rolesByDocument = new WeakMap<DocumentNode, ReadonlySet<Role>>();
  return {
    async requestDidStart() {
      let cost: number | undefined;
      return {
        async didResolveOperation(context) {
          let roles = rolesByDocument.get(context.document);
          if (!roles) rolesByDocument.set(context.document, (roles = rolesFor(context.schema, context.document)));
          if (!roles.has(context.contextValue.principal.role)) throw forbidden();
          cost = price(context.schema, context);
          if (cost > limits.cost) {
            throw new Refusal(
              'COST_LIMIT',
              {
                en: `This query would cost ${cost} points; ${limits.cost} are allowed. Ask for smaller pages or fewer nested lists.`,
                zh: `该查询需 ${cost} 点，上限 ${limits.cost} 点。请减小分页或减少嵌套列表。`,
              },
              { status: 400 },
            );
          }
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          result.extensions = { ...result.extensions, cost: { requested: cost ?? 0, limit: limits.cost } };
          if (!result.errors) return;
          if (contextValue.principal.role !== 'executive') {
            result.errors = result.errors.map(misnamed);
            return;
          }
          if (result.errors.some(isValidation)) response.http.status = 403;
          result.errors = hideNames(result.errors);
        },
      };
    },
  };
}
