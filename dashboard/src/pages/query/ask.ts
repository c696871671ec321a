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

interface Asked {
  query: string;
  variables?: unknown;
  operationName?: string | null | undefined;
}

const unreadable = (status: number): Reply => ({
  errors: [{ message: `The server answered ${status} without JSON.`, extensions: { code: 'UNREADABLE' } }],
});

export async function ask(asked: Asked): Promise<Reply> {
  const { query, variables, operationName } = asked;
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-rapport-client': 'dashboard' },
      body: JSON.stringify({ query, variables, operationName }),
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
