import { GraphQLError, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { documentLimits, limits } from '../../platform/graphql/document-limits.ts';
import { OperationRefused } from '../../platform/operations/index.ts';
import type { RoleName } from '../access/index.ts';
import type { Role } from '@rapport/model/vocabulary';

const LONGEST = { name: 120, description: 1000 };
/** Who may open the editor: others could do nothing with a query. */
const askers: ReadonlySet<Role> = new Set(['analyst', 'steward', 'operator']);

export function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length > 0 && trimmed.length <= LONGEST.name) return trimmed;
  throw new OperationRefused(
    'BAD_NAME',
    {
      en: `A name has 1 to ${LONGEST.name} characters; this one has ${trimmed.length}.`,
      zh: `名称须为 1 至 ${LONGEST.name} 个字符，当前为 ${trimmed.length} 个。`,
    },
    'name',
  );
}

export function checkedDescription(description: string | null | undefined): string {
  const trimmed = (description ?? '').trim();
  if (trimmed.length <= LONGEST.description) return trimmed;
  throw new OperationRefused(
    'BAD_DESCRIPTION',
    {
      en: `A description has at most ${LONGEST.description} characters; this one has ${trimmed.length}.`,
      zh: `说明最多 ${LONGEST.description} 个字符，当前为 ${trimmed.length} 个。`,
    },
    'description',
  );
}

const placeOf = (error: GraphQLError): string => {
  const [at] = error.locations ?? [];
  return at ? ` (${at.line}:${at.column})` : '';
};

function badDocument(reason: string): OperationRefused {
  return new OperationRefused(
    'BAD_DOCUMENT',
    {
      en: `The API would not answer this document, so it is not saved. ${reason}`,
      zh: `接口无法执行该查询，未保存。${reason}`,
    },
    'document',
  );
}

/** As the API itself would take it: parsed, valid against the schema, within the limits of a document. */
export function checkedDocument(schema: GraphQLSchema, document: string): string {
  let parsed;
  try {
    parsed = parse(document, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw badDocument(`${error.message}${placeOf(error)}`);
  }
  const [error] = validate(schema, parsed, [...specifiedRules, documentLimits], { maxErrors: 1 });
  if (error) throw badDocument(`${error.message}${placeOf(error)}`);
  return document;
}

export function checkedVariables(variables: string | null | undefined): string | null {
  if (!variables || variables.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(variables);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return variables;
  throw new OperationRefused(
    'BAD_VARIABLES',
    {
      en: 'Variables are a JSON object, such as { "shop": "demo" }.',
      zh: '变量须为 JSON 对象，例如 { "shop": "demo" }。',
    },
    'variables',
  );
}

export function checkedRoles(names: readonly RoleName[]): Role[] {
  const roles = [...new Set(names.map((name) => name.toLowerCase() as Role))];
  const other = roles.find((role) => !askers.has(role));
  if (other === undefined) return roles;
  throw new OperationRefused(
    'ROLE_CANNOT_QUERY',
    {
      en: `Queries are opened by analysts, stewards and operators; the role ${other} has no editor.`,
      zh: `查询仅可分享给分析师、数据管理员与运维；角色 ${other} 没有查询编辑器。`,
    },
    'roles',
  );
}
