import type { LocalizedText } from '../../metric/types.ts';

/** As a program would be answered: refusals and costs are what an analyst looks at. */
export interface Reply {
  data?: Readonly<Record<string, unknown>> | null;
  errors?: readonly ReplyError[];
  extensions?: { cost?: Cost };
}

export interface ReplyError {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: { code?: string; field?: string; text?: LocalizedText };
}

export interface Cost {
  requested: number;
  limit: number;
  perMinute?: number;
  remaining?: number;
}

/** An answer, and what it answers. */
export interface Answered {
  asked: Asked;
  reply: Reply;
}

export interface Asked {
  query: string;
  variables?: object;
  operationName?: string | null | undefined;
}

/** GraphiQL learns a new name a moment after it was typed: one that the document has not is left out. */
const nameIn = ({ query, operationName }: Asked): string | undefined =>
  operationName && new RegExp(`\\b(query|mutation)\\s+${operationName}\\b`).test(query) ? operationName : undefined;

const unreadable = (status: number): Reply => ({
  errors: [{ message: `The server answered ${status} without JSON.`, extensions: { code: 'UNREADABLE' } }],
});

export async function ask(asked: Asked): Promise<Reply> {
  const { query, variables } = asked;
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-rapport-client': 'dashboard' },
      body: JSON.stringify({ query, variables, operationName: nameIn(asked) }),
    });
    return await response.json().then(
      (body: unknown) => body as Reply,
      () => unreadable(response.status),
    );
  } catch (error) {
    return {
      errors: [{ message: error instanceof Error ? error.message : String(error), extensions: { code: 'OFFLINE' } }],
    };
  }
}
