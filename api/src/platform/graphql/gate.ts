import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { getVariableValues, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import { roles as everyRole } from '@rapport/model/vocabulary';
import { rolesOf } from './roles.ts';
import type { Budgets, Spent } from './budget.ts';
import { costOf } from './cost.ts';
import { limits } from './document-limits.ts';
import { isForReaders } from './for-readers.ts';
import { hideNames, isValidation } from './hide-names.ts';
import { misnamed } from './misnamed.ts';
import { forbidden, Refusal } from './refusal.ts';
import type { RequestContext } from './context.ts';
import type { KeyScope, Role } from '@rapport/model/vocabulary';
import type { Principal } from '../auth/principal.ts';

const introspectors: ReadonlySet<Role> = new Set(['analyst', 'operator', 'steward']);

/** What a document takes: one of these roles, and of a key that is narrower than its role these scopes. */
export interface Needed {
  roles: ReadonlySet<Role>;
  scopes: ReadonlySet<KeyScope>;
}

/** Every field, every type that is selected, even for its `__typename` alone, and whether it changes or describes something. */
export function neededFor(schema: GraphQLSchema, document: DocumentNode): Needed {
  const roles = new Set(Object.keys(everyRole) as Role[]);
  const scopes = new Set<KeyScope>();
  const keepOnly = (allowed: readonly Role[] | undefined): void => {
    if (!allowed?.includes('executive')) scopes.add(allowed?.includes('analyst') ? 'rows' : 'operate');
    for (const role of roles) if (!allowed?.includes(role)) roles.delete(role);
  };
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const isRoot = (type: unknown): boolean => roots.some((root) => root === type);
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        if (parent && !isRoot(parent) && !parent.name.startsWith('__')) keepOnly(rolesOf(parent));
        if (node.name.value === '__typename') return undefined;
        if (node.name.value.startsWith('__') || parent?.name.startsWith('__')) {
          for (const role of roles) if (!introspectors.has(role)) roles.delete(role);
          scopes.add('introspect');
          return false;
        }
        const field = info.getFieldDef();
        const own = field ? rolesOf(field) : undefined;
        if (own || !parent || isRoot(parent)) keepOnly(own);
        if (parent && isRoot(parent)) scopes.add('figures');
        if (field && parent && parent === schema.getMutationType() && !isForReaders(field)) scopes.add('operate');
        return undefined;
      },
    }),
  );
  return { roles, scopes };
}

function mayAsk({ role, scopes }: Principal, needed: Needed): boolean {
  return needed.roles.has(role) && (scopes === null || [...needed.scopes].every((scope) => scopes.includes(scope)));
}

/** Refuses a document that holds anything its principal may not see, as if it were not there. */
export function assertMayAsk(schema: GraphQLSchema, document: DocumentNode, principal: Principal): void {
  if (!mayAsk(principal, neededFor(schema, document))) throw forbidden();
}

/** Who may not read the schema learns no name of it from an error either. */
export const mayIntrospect = ({ role, scopes }: Principal): boolean =>
  introspectors.has(role) && (scopes === null || scopes.includes('introspect'));

function price(schema: GraphQLSchema, context: GraphQLRequestContextDidResolveOperation<RequestContext>): number {
  const { document, operation, request } = context;
  if (!operation) return 0;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  // Wrong variables are refused by the execution itself, which says what is wrong with them.
  return coerced.coerced ? costOf(schema, document, operation, coerced.coerced) : 0;
}

/** Between validation and execution: may this role ask that, and can we afford the answer? Both before any SQL. */
export function gate(budgets: Budgets): ApolloServerPlugin<RequestContext> {
  const neededByDocument = new WeakMap<DocumentNode, Needed>();
  return {
    async requestDidStart() {
      let cost: number | undefined;
      let spent: Spent | undefined;
      return {
        async didResolveOperation(context) {
          let needed = neededByDocument.get(context.document);
          if (!needed) neededByDocument.set(context.document, (needed = neededFor(context.schema, context.document)));
          if (!mayAsk(context.contextValue.principal, needed)) throw forbidden();
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
          spent = budgets.spend(context.contextValue.principal, Math.max(1, cost));
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          result.extensions = { ...result.extensions, cost: { requested: cost ?? 0, limit: limits.cost, ...spent } };
          if (!result.errors) return;
          if (mayIntrospect(contextValue.principal)) {
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
