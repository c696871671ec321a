import { GraphQLError, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { documentLimits, limits } from '../../platform/graphql/document-limits.ts';
import { OperationRefused } from '../../platform/operations/index.ts';
import type { Room } from '../../platform/operations/room.ts';
import { writtenText } from '../../platform/operations/written-text.ts';
import type { RoleName } from '../access/index.ts';
import type { LocalizedText, Role } from '@rapport/model/vocabulary';

/** A document of as many words as the API takes is shorter, unless it is mostly remarks. */
const LONGEST = 20_000;
export const room: Room = { most: 200, what: { en: 'queries of yours', zh: '您的查询' } };
/** Who may open the editor: others could do nothing with a query. */
const askers: ReadonlySet<Role> = new Set(['analyst', 'steward', 'operator']);

export const checkedName = (name: string): string =>
  writtenText(name, { code: 'BAD_NAME', field: 'name', what: { en: 'A name', zh: '名称' }, least: 1, most: 120 });

export const checkedDescription = (description: string | null | undefined): string =>
  writtenText(description, {
    code: 'BAD_DESCRIPTION',
    field: 'description',
    what: { en: 'A description', zh: '说明' },
    most: 1000,
    lines: true,
  });

const checkedLength = (text: string, field: 'document' | 'variables', what: LocalizedText): string =>
  writtenText(text, { code: `BAD_${field.toUpperCase()}`, field, what, most: LONGEST, lines: true });

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
  checkedLength(document, 'document', { en: 'A document', zh: '查询' });
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
  checkedLength(variables, 'variables', { en: 'A text of variables', zh: '变量' });
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
