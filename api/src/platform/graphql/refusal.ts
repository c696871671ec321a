import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { LocalizedText } from '@rapport/model/vocabulary';

export type RefusalCode =
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'SIGN_IN_REFUSED'
  | 'TOO_MANY_TRIES'
  | 'CSRF'
  | 'DEPTH_LIMIT'
  | 'ALIAS_LIMIT'
  | 'DIRECTIVE_LIMIT'
  | 'TOKEN_LIMIT'
  | 'COST_LIMIT'
  | 'BUDGET_SPENT'
  | 'PAGE_LIMIT'
  | 'BODY_TOO_LARGE'
  | 'DOCUMENT_UNKNOWN'
  | 'DOCUMENTS_ONLY'
  | 'TIMED_OUT'
  | 'OVERLOADED'
  | 'NOT_FOUND'
  | 'EXPIRED'
  | 'DATABASE_UNAVAILABLE';

interface RefusalOptions {
  field?: string;
  status?: number;
  /** Seconds after which it is worth asking again. */
  retryAfter?: number;
}

/** An expected "no": it says what is wrong and what to do, in both languages, and is shown to the client as it is. */
export class Refusal extends GraphQLError {
  constructor(code: RefusalCode, text: LocalizedText, options: RefusalOptions = {}) {
    const { field, status, retryAfter } = options;
    super(text.en, {
      extensions: {
        code,
        text,
        ...(field === undefined ? {} : { field }),
        ...(status === undefined ? {} : { http: { status } }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      },
    });
  }
}

export function badInput(field: string, text: LocalizedText): Refusal {
  return new Refusal('BAD_USER_INPUT', text, { field });
}

/** Refuses a stretch of days that ends before it begins. */
export function assertInOrder(field: string, from: string | null | undefined, to: string | null | undefined): void {
  if (!from || !to || from <= to) return;
  throw badInput(field, {
    en: `${field}: ${from} is after ${to}. The first day must not be after the last.`,
    zh: `${field}：${from} 晚于 ${to}，开始日期不能晚于结束日期。`,
  });
}

/** The same words for what does not exist and for what the role may not see. */
export function forbidden(): Refusal {
  return new Refusal(
    'FORBIDDEN',
    {
      en: 'This query asks for something that does not exist or that your role may not see. Nothing was read.',
      zh: '查询中含有不存在或您无权查看的内容，未读取任何数据。',
    },
    { status: 403 },
  );
}

/** What a client sees of it; the HTTP status travels beside. */
export function shown(refusal: GraphQLError): GraphQLFormattedError {
  const { http: _, ...extensions } = refusal.extensions;
  return { message: refusal.message, extensions };
}
