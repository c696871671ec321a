import type { TypedDocumentString } from '../gql/graphql.ts';

/** A refusal or a failure, with the code that decides what the page says and offers. */
export class ApiFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ApiFailure';
    this.code = code;
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiFailure && error.code === 'UNAUTHENTICATED';
export const isOffline = (error: unknown): boolean => error instanceof ApiFailure && error.code === 'OFFLINE';
export const isForbidden = (error: unknown): boolean => error instanceof ApiFailure && error.code === 'FORBIDDEN';

interface Body<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

async function post(body: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-rapport-client': 'dashboard' },
      body,
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFailure('OFFLINE', error instanceof Error ? error.message : String(error));
  }
}

/** Documents the server was built without: a page from before an update, or a server in development. Asked by their text from then on. */
const unknown = new Set<string>();

function sent<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): string {
  const hash = document.__meta__?.['hash'] as string | undefined;
  const known = hash !== undefined && !unknown.has(hash);
  return JSON.stringify(known ? { documentId: hash, variables } : { query: document.toString(), variables });
}

export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await post(sent(document, variables), signal);
  const text = await response.text();
  let body: Body<Result>;
  try {
    body = JSON.parse(text) as Body<Result>;
  } catch {
    throw new ApiFailure(
      response.status >= 500 ? 'OFFLINE' : 'UNREADABLE',
      `The server answered ${response.status} without JSON.`,
    );
  }
  const [error] = body.errors ?? [];
  const hash = document.__meta__?.['hash'] as string | undefined;
  if (error?.extensions?.code === 'DOCUMENT_UNKNOWN' && hash !== undefined && !unknown.has(hash)) {
    unknown.add(hash);
    return request(document, variables, signal);
  }
  if (error) throw new ApiFailure(error.extensions?.code ?? 'UNKNOWN', error.message);
  if (!body.data) throw new ApiFailure('EMPTY', `The server answered ${response.status} without data.`);
  return body.data;
}

export async function signOut(): Promise<void> {
  await fetch('/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-rapport-client': 'dashboard' },
  });
}
