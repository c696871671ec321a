import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import type { LogLine } from '../../config.ts';
import { toldError } from '../telemetry/told-error.ts';
import { overloaded } from '../database/queue.ts';
import { forbidden, Refusal, shown } from './refusal.ts';
import type { DocumentLimit } from './document-limits.ts';

/** A refusal by the model (a metric asked in a way it cannot be answered): the same shape as ours, without GraphQL. */
interface ModelRefusal extends Error {
  code: string;
  text: { en: string; zh: string };
  field?: string;
}

const expected = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const isModelRefusal = (error: unknown): error is ModelRefusal =>
  error instanceof Error && error.name === 'MetricRequestError' && 'text' in error;

/** What costs too much is refused as everything else that does, what took too long as every statement that did. */
function refusedByModel({ code, text, field }: ModelRefusal, status?: number): Refusal {
  if (code === 'TIMED_OUT') return new Refusal('TIMED_OUT', text, { field, status: 503 });
  if (code === 'TOO_COSTLY') return new Refusal('COST_LIMIT', text, { field });
  return new Refusal('BAD_USER_INPUT', text, { field, ...(status === undefined ? {} : { status }) });
}

/** What the model refuses while a query is priced: nothing runs yet that would give it a status. */
export const refusedBeforehand = (error: unknown): unknown =>
  isModelRefusal(error) ? refusedByModel(error, 400) : error;

export const timedOut = (): Refusal =>
  new Refusal(
    'TIMED_OUT',
    {
      en: 'The answer took longer than allowed. Ask for a shorter period or a narrower selection.',
      zh: '查询超时，请缩短时间范围或收窄筛选条件。',
    },
    { status: 503 },
  );
/** What the database or the pool says when it cannot answer, as a refusal with the remedy. */
function refusedByDatabase(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = (error as { code?: unknown }).code;
  if (code === '57014') {
    return timedOut();
  }
  if (error.message.startsWith('timeout exceeded when trying to connect')) {
    return overloaded();
  }
  // What a lead may not see in the database either: asked for by a field that should have been refused before.
  if (code === '42501' || code === '42P01') return forbidden();
  // Class 22: a value that no column of this kind can hold, such as text with a NUL. 22012 would be our own division.
  if (typeof code === 'string' && code.startsWith('22') && code !== '22012') {
    return new Refusal('BAD_USER_INPUT', {
      en: 'A value of this query cannot be looked up: it is no text, number or day the data could hold.',
      zh: '查询中有数据无法容纳的值，请检查文本、数字或日期。',
    });
  }
  const connection =
    typeof code === 'string' &&
    (/^(08|57P0)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', '3D000', '53300'].includes(code));
  if (connection || /^(Connection terminated|Client has encountered a connection error)/.test(error.message)) {
    return new Refusal(
      'DATABASE_UNAVAILABLE',
      {
        en: 'The database does not answer just now. Try again in a moment.',
        zh: '数据库暂时无法访问，请稍后重试。',
      },
      { status: 503 },
    );
  }
  return undefined;
}

/** The expected refusal behind an error, if there is one. */
export function refusalBehind(error: unknown): GraphQLError | undefined {
  const cause = unwrapResolverError(error);
  if (cause instanceof Refusal) return cause;
  if (isModelRefusal(cause)) return refusedByModel(cause);
  return refusedByDatabase(cause);
}

const limitOf = (formatted: GraphQLFormattedError): DocumentLimit | undefined =>
  formatted.extensions?.['limit'] as DocumentLimit | undefined;

function withCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const limit = limitOf(formatted);
  if (limit) {
    const { limit: _, ...rest } = formatted.extensions ?? {};
    return { ...formatted, extensions: { ...rest, code: limit } };
  }
  if (/Document contains more (that|than) \d+ tokens/.test(formatted.message)) {
    return {
      message: 'The query is longer than 1,000 tokens. Split it, or use fragments.',
      extensions: { code: 'TOKEN_LIMIT' },
    };
  }
  // In Apollo's words it names headers of Apollo's and none of ours.
  if (formatted.message.startsWith('This operation has been blocked as a potential Cross-Site Request Forgery'))
    return { message: asForm.en, extensions: { code: 'CSRF', text: asForm } };
  return formatted;
}

const asForm = {
  en: 'A form of another page could have sent this. Send the header x-rapport-client with any value, or POST as application/json.',
  zh: '此请求可能由其他网页的表单发出。请带上任意值的请求头 x-rapport-client，或以 application/json 发送 POST。',
};

/** Apollo's formatError: refusals pass, everything unexpected becomes an id whose details are only in the log. */
export function errorFormatter(log: (line: LogLine) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
    };
    const refusal = refusalBehind(error);
    if (refusal) return { ...shown(refusal), ...place };
    const coded = withCode(formatted);
    if (coded !== formatted || expected.has(String(formatted.extensions?.['code']))) return coded;

    const errorId = randomUUID();
    // Not its path: that is made of aliases, which a client wrote.
    log({ level: 'error', event: 'unexpected_error', errorId, ...toldError(unwrapResolverError(error)) });
    return {
      message: `Something went wrong on our side. Tell the operator this id: ${errorId}`,
      ...place,
      extensions: {
        code: 'INTERNAL',
        errorId,
        text: {
          en: `Something went wrong on our side. Id: ${errorId}`,
          zh: `服务内部出错，请将编号告知运维：${errorId}`,
        },
      },
    };
  };
}
