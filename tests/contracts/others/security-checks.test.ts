import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededApi, type SeededApi } from '../client.ts';
import { securityChecks } from './security-checks.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

const sender =
  (url: string, authorization?: string) =>
  ({ query, headers, ...init }: RequestInit & { query?: string }): Promise<Response> =>
    fetch(`${url}/graphql${query ? `?${query}` : ''}`, {
      ...init,
      headers: { ...(headers as Record<string, string>), ...(authorization ? { authorization } : {}) },
    });

describe.each(securityChecks)('$name', ({ found }) => {
  test('is not found by anybody', async () => {
    expect(await found(sender(api.url))).toBe(false);
  });

  test('is not found with the key of an executive', async () => {
    expect(await found(sender(api.url, `Bearer ${api.keys.executive}`))).toBe(false);
  });
});

/** Everything that can be wrong with a GraphQL server, in ten lines. */
async function careless(): Promise<{ url: string; close(): Promise<unknown> }> {
  const server = createServer((request, response) => {
    const one = { data: { __typename: 'Query' }, extensions: { tracing: {} } };
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (/@aa/.test(body))
        return response.end(
          JSON.stringify({ errors: Array.from({ length: 10 }, () => ({ message: 'Unknown directive' })) }),
        );
      if (/__schema \{ directive \}/.test(body))
        return response.end(JSON.stringify({ errors: [{ message: 'Did you mean "directives"?' }] }));
      if (/html/.test(request.headers.accept ?? '')) return response.end('<title>GraphiQL</title>');
      return response.end(JSON.stringify(body.startsWith('[') ? [one, one] : one));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

test('every check finds something where there is something to find', async () => {
  const target = await careless();
  const blind = [];
  for (const { name, found } of securityChecks) if (!(await found(sender(target.url)))) blind.push(name);
  await target.close();
  expect(blind).toEqual([]);
});
