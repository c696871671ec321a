import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { seededApi } from '../client.ts';

const AUDITS = 61;
const OK_AT_LEAST = 58;

test('GraphQL over HTTP, by the suite of graphql-http: of 61 audits at least 58 are ok, the others notices', async () => {
  const api = await seededApi();
  const audits = await auditServer({
    url: `${api.url}/graphql`,
    fetchFn: (url: string | URL, init: RequestInit = {}) =>
      fetch(url, {
        ...init,
        headers: {
          ...(init.headers as Record<string, string>),
          authorization: `Bearer ${api.keys.operator}`,
          'apollo-require-preflight': '1',
        },
      }),
  });
  await api.close();
  const by = (status: string): string[] =>
    audits.filter((audit) => audit.status === status).map(({ id, name }) => `${id} ${name}`);
  expect(by('error')).toEqual([]);
  expect(by('warn')).toEqual([]);
  expect(by('ok').length + by('notice').length).toBe(AUDITS);
  expect(by('ok').length, by('notice').join(', ')).toBeGreaterThanOrEqual(OK_AT_LEAST);
});
