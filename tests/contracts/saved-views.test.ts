import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededApi, type Role, type SeededApi } from './client.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

interface View {
  id: string;
  name: string;
  path: string;
  search: string;
  owner: string;
  mine: boolean;
  sharedWith: string[];
  homeOf: string[];
  version: number;
}
interface Payload {
  view: View | null;
  userErrors: { code: string; field: string | null; text: { en: string; zh: string } }[];
}

const VIEW = 'id name path search owner mine sharedWith homeOf version';
const PAYLOAD = `{ view { ${VIEW} } userErrors { code field text { en zh } } }`;
const SAVE = `mutation ($input: SaveViewInput!) { saveView(input: $input) ${PAYLOAD} }`;
const HOME = `mutation ($role: Role!, $viewId: ID) { setHomeView(role: $role, viewId: $viewId) ${PAYLOAD} }`;
const DELETE = `mutation ($id: ID!, $version: Int!) { deleteSavedView(id: $id, version: $version) { deletedId userErrors { code } } }`;
const LIST = `query ($where: SavedViewWhere) { savedViews(first: 50, where: $where) { totalCount nodes { ${VIEW} } } }`;
const ONE = `query ($id: ID!) { savedView(id: $id) { ${VIEW} } }`;

async function told(role: Role, document: string, variables: Record<string, unknown>): Promise<Payload> {
  const reply = await api.ask<Record<string, Payload>>(role, document, variables);
  expect(reply.errors).toEqual([]);
  return Object.values(reply.data!)[0]!;
}
const save = (role: Role, input: Record<string, unknown>): Promise<Payload> =>
  told(role, SAVE, { input: { path: '/delivery', ...input } });
const saved = async (role: Role, input: Record<string, unknown>): Promise<View> => (await save(role, input)).view!;
const opened = async (role: Role, id: string): Promise<View | null> =>
  (await api.ask<{ savedView: View | null }>(role, ONE, { id })).data!.savedView;
const list = async (role: Role, where: Record<string, unknown> = {}): Promise<View[]> =>
  (await api.ask<{ savedViews: { nodes: View[] } }>(role, LIST, { where })).data!.savedViews.nodes;
const codes = ({ userErrors }: Payload): string[] => userErrors.map(({ code }) => code);
const auditOf = async (id: string): Promise<string[]> =>
  (
    await api.database.pool.query<{ action: string }>('select action from ops.audit where subject = $1 order by id', [
      `saved view ${id}`,
    ])
  ).rows.map(({ action }) => action);

describe('a saved view', () => {
  test('keeps a page with its address, without the reader’s own language and theme, for its owner alone', async () => {
    const search = '?grain=WEEK&region=SP&region=RJ&cut=CARRIER%3AHF&lang=zh&theme=dark';
    const view = await saved('analyst', { name: ' Carriers ', search });
    expect(view).toMatchObject({ name: 'Carriers', path: '/delivery', mine: true, sharedWith: [], version: 1 });
    expect([...new URLSearchParams(view.search)]).toEqual([
      ['grain', 'WEEK'],
      ['region', 'SP'],
      ['region', 'RJ'],
      ['cut', 'CARRIER:HF'],
    ]);
    expect(await opened('analyst', view.id)).toEqual(view);
    expect(await opened('executive', view.id)).toBeNull();
    expect(await auditOf(view.id)).toEqual([]);
  });

  test('is found by a role it is shared with, which may not change it', async () => {
    const view = await saved('analyst', { name: 'For the board', sharedWith: ['EXECUTIVE'] });
    expect(await opened('executive', view.id)).toMatchObject({ mine: false, owner: 'key test analyst' });
    expect((await list('executive')).map(({ id }) => id)).toContain(view.id);
    expect((await list('executive', { mine: true })).map(({ id }) => id)).not.toContain(view.id);
    expect(codes(await save('executive', { id: view.id, version: 1, name: 'Mine now' }))).toEqual(['NOT_FOUND']);
    const renamed = await saved('analyst', { id: view.id, version: 1, name: 'Board', sharedWith: [] });
    expect(renamed).toMatchObject({ name: 'Board', sharedWith: [], version: 2 });
    expect(await opened('executive', view.id)).toBeNull();
    expect(await auditOf(view.id)).toEqual(['view.share', 'view.share']);
  });

  test('of two changes at once, one wins', async () => {
    const { id } = await saved('analyst', { name: 'Raced' });
    const tried = await Promise.all(
      ['a', 'b', 'c'].map((name) => save('analyst', { id, version: 1, name: `R ${name}` })),
    );
    expect(tried.filter(({ view }) => view !== null)).toHaveLength(1);
    expect(new Set(tried.flatMap(codes))).toEqual(new Set(['CHANGED_MEANWHILE']));
  });

  test.each([
    [{ name: ' ' }, 'BAD_NAME'],
    [{ name: 'x'.repeat(81) }, 'BAD_NAME'],
    [{ name: 'a\0b' }, 'BAD_NAME'],
    [{ name: 'two\nlines' }, 'BAD_NAME'],
    [{ name: 'x', path: 'https://elsewhere.example/' }, 'BAD_PATH'],
    [{ name: 'x', path: '//elsewhere.example' }, 'BAD_PATH'],
    [{ name: 'x', path: '/delivery?x=1' }, 'BAD_PATH'],
    [{ name: 'x', search: `q=${'y'.repeat(4000)}` }, 'BAD_SEARCH'],
    [{ name: 'x', id: 'none', version: 1 }, 'NOT_FOUND'],
  ])('%j is refused as data: %s', async (input, code) => {
    const payload = await save('analyst', input);
    expect(codes(payload)).toEqual([code]);
    expect(payload.userErrors[0]!.text.zh).toMatch(/[一-鿿]/);
  });

  test('has a name of its own; others may have the same', async () => {
    await saved('analyst', { name: 'Twice' });
    expect(codes(await save('analyst', { name: 'TWICE' }))).toEqual(['NAME_TAKEN']);
    expect(codes(await save('lead', { name: 'Twice' }))).toEqual([]);
  });
});

test('nobody keeps more than 200 views', async () => {
  await api.database.pool.query(
    `insert into ops.saved_views (owner_id, owner, name, path) select distinct owner_id, owner, 'many ' || n, '/'
     from generate_series(1, 200) n, (select owner_id, owner from ops.saved_views where owner = 'key test lead' limit 1) o`,
  );
  const { view, userErrors } = await save('lead', { name: 'One more' });
  expect(view).toBeNull();
  expect(userErrors[0]).toMatchObject({ code: 'TOO_MANY', text: { en: expect.stringMatching(/200 views/) } });
  expect(codes(await save('operator', { name: 'Of somebody else' }))).toEqual([]);
});

describe('what a role begins with', () => {
  const homes = async (role: Role) => (await list(role, { home: true })).map(({ name }) => name);

  test('is one shared view, said by operators alone, and gone when it is no longer shared or is deleted', async () => {
    const first = await saved('analyst', { name: 'Morning', sharedWith: ['EXECUTIVE'] });
    const second = await saved('analyst', { name: 'Evening', sharedWith: ['EXECUTIVE', 'ANALYST'] });
    const begin = (viewId: string | null, role = 'EXECUTIVE') => told('operator', HOME, { role, viewId });
    expect(codes(await begin(first.id, 'LEAD'))).toEqual(['NOT_SHARED']);
    expect(codes(await begin('0'))).toEqual(['NOT_FOUND']);
    expect((await begin(first.id)).view).toMatchObject({ name: 'Morning', homeOf: ['EXECUTIVE'] });
    expect(await homes('executive')).toEqual(['Morning']);
    await begin(second.id);
    expect(await homes('executive')).toEqual(['Evening']);
    expect(await homes('analyst')).toEqual([]);
    expect(await auditOf(second.id)).toEqual(['view.share', 'view.home']);

    await save('analyst', { id: second.id, version: 1, name: 'Evening', sharedWith: ['ANALYST'] });
    expect(await homes('executive')).toEqual([]);
    await begin(first.id);
    const gone = await api.ask<{ deleteSavedView: { deletedId: string } }>('analyst', DELETE, {
      id: first.id,
      version: 1,
    });
    expect(gone.data!.deleteSavedView.deletedId).toBe(first.id);
    expect(await homes('executive')).toEqual([]);
    expect((await api.ask('analyst', HOME, { role: 'ANALYST', viewId: second.id })).status).toBe(403);

    await begin(second.id, 'ANALYST');
    await begin(null, 'ANALYST');
    await begin(null, 'ANALYST');
    expect(await homes('analyst')).toEqual([]);
    expect((await auditOf(second.id)).slice(-2)).toEqual(['view.home', 'view.home']);
  });
});
