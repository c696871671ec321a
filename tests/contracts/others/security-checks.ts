/** What an attacker's tool sends, and how it tells that it found something: the twelve checks of graphql-cop, made anew. */
interface SecurityCheck {
  name: string;
  found(graphql: (init: RequestInit & { query?: string }) => Promise<Response>): Promise<boolean>;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const times = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');

interface Answered {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

async function read(response: Response): Promise<Answered | Answered[]> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Answered | Answered[];
  } catch {
    return {};
  }
}

type Send = Parameters<SecurityCheck['found']>[0];

async function asked(send: Send, query: string): Promise<Answered> {
  const answer = await read(await send({ method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query }) }));
  return Array.isArray(answer) ? (answer[0] ?? {}) : answer;
}

const answers =
  (query: string) =>
  async (send: Send): Promise<boolean> =>
    Boolean((await asked(send, query)).data);

async function answersGet(send: Send, query: string): Promise<boolean> {
  const answer = await read(await send({ method: 'GET', query: `query=${encodeURIComponent(query)}` }));
  return !Array.isArray(answer) && Boolean(answer.data);
}

export const securityChecks: readonly SecurityCheck[] = [
  { name: 'a hundred aliases', found: answers(`query cop { ${times(101, (n) => `alias${n}: __typename`)} }`) },
  {
    name: 'ten queries in one array',
    async found(send) {
      const batch = Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }));
      const answer = await read(await send({ method: 'POST', headers: JSON_TYPE, body: JSON.stringify(batch) }));
      return Array.isArray(answer) && answer.length > 1;
    },
  },
  {
    name: 'ten directives on one field',
    found: answers(`query cop { __typename ${times(10, () => '@skip(if: false)')} }`),
  },
  {
    name: 'unknown directives reported one by one',
    async found(send) {
      const { errors = [] } = await asked(send, `query cop { __typename ${times(10, () => '@aa')} }`);
      return errors.length >= 10;
    },
  },
  {
    name: 'a query that turns in circles through the introspection',
    found: answers(
      `query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
    ),
  },
  { name: 'one field five hundred times', found: answers(`query cop { ${times(500, () => '__typename')} }`) },
  {
    name: 'names suggested for a mistyped one',
    async found(send) {
      const replies = await Promise.all(
        ['{ __schema { directive } }', '{ viewr { name } }', '{ metric }'].map((query) =>
          asked(send, `query cop ${query}`),
        ),
      );
      return replies.some(({ errors = [] }) => errors.some(({ message }) => /did you mean/i.test(message)));
    },
  },
  {
    name: 'the whole schema by introspection',
    found: answers('query cop { __schema { types { name fields { name } } } }'),
  },
  {
    name: 'a query by GET that a foreign page can send',
    found: (send) => answersGet(send, 'query cop { __typename }'),
  },
  { name: 'a mutation by GET', found: (send) => answersGet(send, 'mutation cop { __typename }') },
  {
    name: 'a query as a form that a foreign page can send',
    async found(send) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await read(await send({ method: 'POST', headers, body: 'query=query+cop+%7B__typename%7D' }));
      return !Array.isArray(answer) && Boolean(answer.data);
    },
  },
  {
    name: 'traces and stacks in an answer',
    async found(send) {
      const replies = await Promise.all(
        ['{ __typename }', 'qwerty cop { abc }', '{ viewer { name } }'].map((query) => asked(send, query)),
      );
      const told = JSON.stringify(replies);
      return /"tracing"|"exception"|stacktrace|node_modules|\.ts:\d/i.test(told);
    },
  },
  {
    name: 'an editor for everybody',
    async found(send) {
      const page = await (await send({ method: 'GET', headers: { accept: 'text/html' } })).text();
      return /graphiql|graphql playground|apollo sandbox|embeddable-(explorer|sandbox)/i.test(page);
    },
  },
];
