import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import type { Principal } from '../auth/principal.ts';
import { documentLimits, limits } from '../graphql/document-limits.ts';
import { assertMayAsk, mayIntrospect } from '../graphql/gate.ts';
import { forbidden, Refusal } from '../graphql/refusal.ts';
import { ExportRefused } from './refused.ts';
import type { Selecting } from './selection.ts';

/** A question to export the answer of, as it was sent. */
export interface Question {
  document: string;
  operation: string | null;
  /** A JSON object. */
  variables: string | null;
}

/** A question its principal may ask. */
export interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  selecting: Selecting;
  /** As they were sent; what is executed reads them itself. */
  variables: Record<string, unknown>;
}

export const asRefused = ({ message, extensions }: Refusal): ExportRefused => {
  const { code, text } = extensions as { code: string; text: { en: string; zh: string } };
  return new ExportRefused(code, text ?? { en: message, zh: message }, 'document');
};

function wrong(error: GraphQLError, field: string): ExportRefused {
  const code = typeof error.extensions['limit'] === 'string' ? error.extensions['limit'] : 'INVALID_DOCUMENT';
  const places = (error.locations ?? []).map(({ line, column }) => ({ line, column }));
  return new ExportRefused(code, { en: error.message, zh: `查询无效：${error.message}` }, field, places);
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw wrong(error, 'document');
    throw error;
  }
}

const jsonObject = z.record(z.string(), z.unknown());

function variablesOf(text: string | null): Record<string, unknown> {
  if (text === null || text.trim() === '') return {};
  try {
    return jsonObject.parse(JSON.parse(text));
  } catch {
    throw new ExportRefused(
      'INVALID_VARIABLES',
      {
        en: 'The variables are no JSON object, such as {"first": 10}.',
        zh: '变量不是 JSON 对象，例如 {"first": 10}。',
      },
      'variables',
    );
  }
}

/** Reads the document as the API itself would, with the rights and limits of the one who asks; nothing is executed. */
export function askedBy(schema: GraphQLSchema, principal: Principal, question: Question): Asked {
  const document = parsed(question.document);
  const [error] = validate(schema, document, [...specifiedRules, documentLimits], { maxErrors: 1 });
  if (error && (mayIntrospect(principal) || error.extensions['limit'])) throw wrong(error, 'document');
  if (error) throw asRefused(forbidden());
  try {
    assertMayAsk(schema, document, principal);
  } catch (refusal) {
    throw refusal instanceof Refusal ? asRefused(refusal) : refusal;
  }
  const operation = getOperationAST(document, question.operation);
  if (operation?.operation !== OperationTypeNode.QUERY)
    throw new ExportRefused(
      'NOT_A_QUERY',
      operation
        ? { en: 'Only a query can be exported, not a mutation.', zh: '只能导出查询，不能导出变更。' }
        : { en: 'Name which operation of the document to export.', zh: '请指明要导出文档中的哪个操作。' },
      'operationName',
    );
  const variables = variablesOf(question.variables);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) {
    const [first] = errors;
    const said = mayIntrospect(principal) ? first!.message : 'A variable does not fit what the document needs there.';
    throw new ExportRefused('INVALID_VARIABLES', { en: said, zh: `变量无效：${said}` }, 'variables');
  }
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  return { schema, document, variables, selecting: { operation, fragments: byName, variables: coerced } };
}
