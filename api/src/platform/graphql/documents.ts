import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { roles, type Role } from '@rapport/model/vocabulary';
import type { LogLine } from '../../config.ts';
import type { Principal } from '../auth/principal.ts';
import type { RequestContext } from './context.ts';
import { documentLimits, limits } from './document-limits.ts';
import { badInput, Refusal } from './refusal.ts';

/** So many documents a server may know; a program that makes them up has no use for registering. */
export const MOST_DOCUMENTS = 2000;

/** Whom a server may keep to the documents it knows: who has a role, who has a session, who has a key. */
export const keptToKnown = [...(Object.keys(roles) as Role[]), 'session', 'key'] as const;

/** The name of a document: the hash of its text, as GraphQL over HTTP has it. */
export const documentId = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

interface Sent {
  query?: unknown;
  documentId?: unknown;
}

const isSent = (body: unknown): body is Sent => typeof body === 'object' && body !== null && !Array.isArray(body);

const unknownDocument = (): Refusal =>
  new Refusal('DOCUMENT_UNKNOWN', {
    en: 'No document is registered under this id. Send its text as `query`, or have it registered.',
    zh: '没有以此标识登记的查询文档。请用 query 发送全文，或先行登记。',
  });

const onlyKnown = (): Refusal =>
  new Refusal(
    'DOCUMENTS_ONLY',
    {
      en: 'You may only send documents that are registered here, by their `documentId`. An operator registers them.',
      zh: '您只能发送已登记的查询文档（documentId）；如需新增，请联系运维登记。',
    },
    { status: 403 },
  );

/** What is wrong with a document, where it could never be answered. */
function unfit(schema: GraphQLSchema, text: string): string | undefined {
  try {
    const errors = validate(schema, parse(text, { maxTokens: limits.tokens }), [...specifiedRules, documentLimits]);
    return errors[0]?.message;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The documents that are known before anybody asks: the dashboard's, and those an operator registers. */
export class Documents {
  readonly #texts = new Map<string, string>();
  readonly #keptToKnown: ReadonlySet<string>;

  constructor(texts: readonly string[], keptTo: readonly string[] = []) {
    for (const text of texts) this.#texts.set(documentId(text), text);
    this.#keptToKnown = new Set(keptTo);
  }

  get size(): number {
    return this.#texts.size;
  }

  /** Leaves out what this schema cannot answer, and says so: a document of yesterday is no reason not to start. */
  keepFit(schema: GraphQLSchema, log: (line: LogLine) => void): this {
    for (const [id, text] of this.#texts) {
      const why = unfit(schema, text);
      if (why === undefined) continue;
      this.#texts.delete(id);
      log({ level: 'warn', event: 'document_unfit', document: id, why });
    }
    return this;
  }

  /** The text behind an id; undefined where the text itself was sent. Throws what is to be answered instead. */
  textOf(sent: unknown, { role, kind }: Pick<Principal, 'role' | 'kind'>): string | undefined {
    const { query, documentId: id } = isSent(sent) ? sent : {};
    if (id === undefined || id === null) {
      const kept = this.#keptToKnown.has(role) || this.#keptToKnown.has(kind);
      if (kept && !(typeof query === 'string' && this.#texts.has(documentId(query)))) throw onlyKnown();
      return undefined;
    }
    if (query !== undefined && query !== null && query !== '')
      throw badInput('documentId', {
        en: 'Send either `documentId` or `query`, not both.',
        zh: 'documentId 与 query 只能二选一。',
      });
    const text = typeof id === 'string' ? this.#texts.get(id) : undefined;
    if (text === undefined) throw unknownDocument();
    return text;
  }
}

/** Puts the text in the place of its id, before anything reads it: every limit and every right is asked of it as of any other. */
export function registered(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request, contextValue }) {
      if (contextValue.document !== undefined) request.query = contextValue.document;
    },
  };
}
