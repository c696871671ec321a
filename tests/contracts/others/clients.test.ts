import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildClientSchema, printSchema, type IntrospectionQuery } from 'graphql';
import { ClientError, gql, GraphQLClient } from 'graphql-request';
import { printedSchema } from '@rapport/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, runNode, toolPath } from '../../runner/command.ts';
import { seededApi, type SeededApi } from '../client.ts';

let api: SeededApi;
let directory: string;
beforeAll(async () => {
  api = await seededApi();
  directory = await mkdtemp(join(tmpdir(), 'rapport-clients-'));
});
afterAll(async () => {
  await api.close();
  await rm(directory, { recursive: true });
});

const page = gql`
  query Orders($after: String) {
    orders(first: 25, after: $after) {
      totalCount
      nodes {
        externalId
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
interface Orders {
  orders: {
    totalCount: number;
    nodes: { externalId: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

describe('graphql-request', () => {
  const client = (): GraphQLClient =>
    new GraphQLClient(`${api.url}/graphql`, { headers: { authorization: `Bearer ${api.keys.analyst}` } });

  test('pages through a list to its end', async () => {
    const found: string[] = [];
    let after: string | null = null;
    let told: Orders['orders'];
    do {
      told = (await client().request<Orders>(page, { after })).orders;
      found.push(...told.nodes.map(({ externalId }) => externalId));
      after = told.pageInfo.endCursor;
    } while (told.pageInfo.hasNextPage);
    expect(new Set(found).size).toBe(told.totalCount);
    expect(found).toHaveLength(told.totalCount);
  });

  test('is told in words what was wrong', async () => {
    const refused = await client()
      .request('{ orders(first: 500) { totalCount } }')
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ClientError);
    expect((refused as ClientError).response.errors?.[0]).toMatchObject({
      message: expect.stringContaining('1 to 100'),
      extensions: { code: 'PAGE_LIMIT' },
    });
  });
});

describe('curl', () => {
  const curl = async (...args: string[]): Promise<{ status: number; body: Record<string, unknown> }> => {
    const { stdout } = await promisify(execFile)('curl', ['-sS', '--max-time', '20', '-w', '\n%{http_code}', ...args]);
    const [, body = '', status = '0'] = /^([^]*)\n(\d+)$/.exec(stdout) ?? [];
    return { status: Number(status), body: JSON.parse(body) as Record<string, unknown> };
  };
  const authorization = (): string => `authorization: Bearer ${api.keys.analyst}`;

  test('posts a question, also compressed', async () => {
    const json = ['-H', 'content-type: application/json', '-d', JSON.stringify({ query: '{ shops { code } }' })];
    const { status, body: told } = await curl('--compressed', '-H', authorization(), ...json, `${api.url}/graphql`);
    expect(status).toBe(200);
    expect(told['data']).toEqual({ shops: [{ code: 'seed' }] });
  });

  test('without a key is told to sign in', async () => {
    const { status, body } = await curl('-H', 'content-type: application/json', '-d', '{}', `${api.url}/graphql`);
    expect(status).toBe(401);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});

describe('GraphQL Code Generator', () => {
  const generate = async (role: 'analyst' | 'executive'): Promise<{ code: number; output: string; made: string }> => {
    const made = join(directory, role);
    const config = join(directory, `${role}.json`);
    await writeFile(
      config,
      JSON.stringify({
        schema: [{ [`${api.url}/graphql`]: { headers: { authorization: `Bearer ${api.keys[role]}` } } }],
        documents: join(root, 'docs/examples/*.graphql'),
        generates: { [`${made}/`]: { preset: 'client' } },
      }),
    );
    const tool = await toolPath('dashboard', '@graphql-codegen/cli', 'graphql-codegen');
    return { ...(await runNode([tool, '--config', config], { cwd: 'dashboard' })), made };
  };

  test('downloads the schema with the key of an analyst and types every example', async () => {
    const { code, output, made } = await generate('analyst');
    expect(output).not.toMatch(/✖|error/i);
    expect(code).toBe(0);
    const types = await readFile(join(made, 'graphql.ts'), 'utf8');
    const examples = (await readdir(join(root, 'docs/examples'))).filter((name) => name.endsWith('.graphql'));
    expect(types.match(/^export const \w+Document = /gm)?.length).toBeGreaterThanOrEqual(examples.length);
    expect(types.includes('MetricAnswer')).toBe(true);
  });

  test('gets nothing with the key of an executive', async () => {
    expect((await generate('executive')).code).not.toBe(0);
  });
});

test('the schema that is downloaded is the one that is committed', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const { data } = await api.ask<IntrospectionQuery>('analyst', getIntrospectionQuery());
  expect(`${printSchema(buildClientSchema(data!))}\n`).toBe(printedSchema());
});
