import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededApi, type Role, type SeededApi } from './client.ts';

let api: SeededApi;
let shop: string;
beforeAll(async () => {
  api = await seededApi();
  const { rows } = await api.database.pool.query<{ shop: string }>('select shop from core.shops order by shop limit 1');
  shop = rows[0]!.shop;
});
afterAll(() => api.close());

interface Saved {
  saved: { id: string; version: number; shared: boolean; text: string; author: string } | null;
  userErrors: { code: string; field: string | null }[];
}

const SAVE =
  'mutation ($input: SaveNoteInput!) { saveNote(input: $input) { saved { id version shared text author } userErrors { code field } } }';
const save = async (role: Role, over: Record<string, unknown>): Promise<Saved> => {
  const input = { shop, startsOn: '2025-03-01', text: 'strike', ...over };
  return (await api.ask<{ saveNote: Saved }>(role, SAVE, { input })).data!.saveNote;
};
const seen = async (role: Role): Promise<string[]> => {
  const query = `{ annotations(shop: "${shop}", period: { from: "2025-03-01", to: "2025-03-31" }) { kind label { en } } }`;
  const { data } = await api.ask<{ annotations: { kind: string; label: { en: string } }[] }>(role, query);
  return data!.annotations.flatMap(({ kind, label }) => (kind === 'NOTE' ? [label.en] : []));
};
const audited = async (): Promise<string[]> => {
  const { rows } = await api.database.pool.query<{ action: string }>(
    `select action from ops.audit where action like 'note.%' order by id`,
  );
  return rows.map(({ action }) => action);
};

test('a note is its author’s alone until it is shared; then executives see it beside their charts', async () => {
  const { saved } = await save('analyst', { text: '  own  ' });
  expect(saved).toMatchObject({ text: 'own', shared: false, version: 1, author: 'key test analyst' });
  expect(await seen('analyst')).toEqual(['own']);
  expect(await seen('executive')).toEqual([]);
  expect(await audited()).toEqual([]);

  const shared = await save('analyst', { id: saved!.id, version: 1, text: 'own', shared: true });
  expect(shared.saved).toMatchObject({ shared: true, version: 2 });
  expect(await seen('executive')).toEqual(['own']);
  expect(await audited()).toEqual(['note.save']);
});

test('a note is changed by its author alone, from its latest version, and refused in words where it cannot be', async () => {
  const { saved } = await save('executive', {
    text: 'theirs',
    shared: true,
    startsOn: '2025-03-20',
    endsOn: '2025-03-22',
  });
  const change = { id: saved!.id, text: 'mine', startsOn: '2025-03-20' };
  expect((await save('analyst', { ...change, version: 1 })).userErrors[0]?.code).toBe('NOT_FOUND');
  expect((await save('executive', { ...change, version: 9 })).userErrors[0]?.code).toBe('CHANGED_MEANWHILE');
  expect((await save('analyst', { text: ' ' })).userErrors).toEqual([{ code: 'BAD_TEXT', field: 'text' }]);
  expect((await save('analyst', { endsOn: '2025-02-01' })).userErrors).toEqual([{ code: 'BAD_DAYS', field: 'endsOn' }]);
  expect((await save('analyst', { shop: 'elsewhere' })).userErrors).toEqual([{ code: 'NO_SUCH_SHOP', field: 'shop' }]);

  const remove = `mutation { deleteNote(id: "${saved!.id}", version: 1) { deletedId userErrors { code } } }`;
  const theirs = await api.ask<{ deleteNote: { deletedId: string | null } }>('analyst', remove);
  expect(theirs.data!.deleteNote.deletedId).toBeNull();
  const own = await api.ask<{ deleteNote: { deletedId: string | null } }>('executive', remove);
  expect(own.data!.deleteNote.deletedId).toBe(saved!.id);
  expect(await seen('analyst')).not.toContain('theirs');
});

test('what cannot be shown is not kept, and nobody keeps more than 500 notes', async () => {
  for (const text of ['a\0b', 'bell\u0007', 'x\u202Egnp.exe', 'x'.repeat(501)])
    expect((await save('analyst', { text })).userErrors, text.slice(0, 20)).toEqual([
      { code: 'BAD_TEXT', field: 'text' },
    ]);
  expect((await save('analyst', { text: 'two\nlines' })).saved).toMatchObject({ text: 'two\nlines' });

  const { pool } = api.database;
  await pool.query(
    `insert into ops.chart_notes (shop, starts_on, ends_on, text, owner_id, owner)
     select $1, '2024-01-01', '2024-01-01', 'old ' || n, owner_id, owner from generate_series(1, 495) n,
       (select distinct owner_id, owner from ops.chart_notes where owner = 'key test analyst') o`,
    [shop],
  );
  const { rows } = await pool.query<{ n: number }>(
    `select 500 - count(*)::integer as n from ops.chart_notes where owner = 'key test analyst'`,
  );
  const left = rows[0]!.n;
  const tried = await Promise.all(Array.from({ length: left + 3 }, (_, n) => save('analyst', { text: `more ${n}` })));
  expect(tried.filter(({ saved }) => saved !== null)).toHaveLength(left);
  expect(new Set(tried.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)))).toEqual(new Set(['TOO_MANY']));
  expect((await save('executive', { text: 'somebody else' })).userErrors).toEqual([]);
});
