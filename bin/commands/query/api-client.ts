import { CommandError, EXIT } from '../../cli/failures.ts';

interface GraphqlError {
  message: string;
  locations?: Place[];
  path?: (string | number)[];
}

export interface Place {
  line: number;
  column: number;
}

interface Answer {
  data?: unknown;
  errors?: GraphqlError[];
}

/** As compilers say it, so that editors can jump there. */
export const said = (file: string, message: string, [place]: readonly Place[] = []): string =>
  place ? `${file}:${place.line}:${place.column}: ${message}` : `${file}: ${message}`;

/** Talks to a running API with a key. Its refusals end the command with their own words. */
export class ApiClient {
  readonly #url: string;
  readonly #key: string;
  readonly #signal: AbortSignal;

  constructor(url: string, key: string, signal: AbortSignal) {
    this.#url = url;
    this.#key = key;
    this.#signal = signal;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.#key}` };
    try {
      return await fetch(new URL(path, this.#url), { ...init, headers, signal: this.#signal });
    } catch (error) {
      if (this.#signal.aborted) throw error;
      const { cause } = error as { cause?: { code?: string; message?: string } };
      throw new CommandError(
        EXIT.failed,
        `The API at ${this.#url} does not answer (${cause?.code ?? cause?.message ?? String(error)}).\n  → Is it running there? RAPPORT_URL or --url says where.`,
        { cause: error },
      );
    }
  }

  /** The whole answer, errors and all. */
  async answer(document: string, variables: unknown, operationName?: string): Promise<Answer> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables, operationName }),
    });
    const text = await response.text();
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw new CommandError(
        EXIT.failed,
        `${this.#url} answered ${response.status} and no GraphQL.\n  → Is a Rapport API there?`,
      );
    }
  }

  /** The data of one of our own documents. */
  async data<Data>(document: string, variables: unknown): Promise<Data> {
    const { data, errors } = await this.answer(document, variables);
    if (errors?.[0]) throw new CommandError(EXIT.failed, errors.map(({ message }) => message).join('\n'));
    return data as Data;
  }
}
