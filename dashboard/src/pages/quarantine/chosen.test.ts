import { describe, expect, it } from 'vitest';

import { EVERY, keyOf, openGroup, selectionOf, shownReasons, whereOf, type ReasonGroup } from './chosen.ts';
import { readQuarantineSearch } from './search.ts';

const group = (code: string, rows: number, source = 'erp', feed = 'orders'): ReasonGroup => ({
  source,
  feed,
  rows,
  reason: { code },
});
const few = group('bad_number', 3);
const many = group('missing_key', 96);
const foreign = group('missing_key', 500, 'other_erp');

describe('the reasons shown', () => {
  it('are those of this shop, most rows first', () => {
    expect(shownReasons([few, foreign, many], {}, new Set(['other_erp']))).toEqual([many, few]);
  });

  it('obey the address', () => {
    expect(shownReasons([few, many], { reason: 'bad_number' }, new Set())).toEqual([few]);
    expect(shownReasons([few, many], { feed: 'returns' }, new Set())).toEqual([]);
    expect(shownReasons([few, many, foreign], { source: 'other_erp' }, new Set())).toEqual([foreign]);
  });
});

describe('the reason whose rows are listed', () => {
  it('is the one named, else the first, and none where all are asked for', () => {
    expect(openGroup([many, few], keyOf(few))).toBe(few);
    expect(openGroup([many, few], 'erp/orders/gone')).toBe(many);
    expect(openGroup([many, few], EVERY)).toBeUndefined();
  });

  it('and the address together choose the rows', () => {
    expect(whereOf({ run: '7', text: 'x', state: 'DISCARDED' }, few)).toEqual({
      source: 'erp',
      feed: 'orders',
      reason: 'bad_number',
      state: 'DISCARDED',
      runId: '7',
      recordId: null,
      text: 'x',
    });
    expect(whereOf({}, undefined)).toMatchObject({ state: 'WAITING', source: null, reason: null });
  });
});

describe('what an action is done with', () => {
  const shown = ['1', '2', '3'];

  it('is the whole reason where nothing is ticked, however few of its rows are shown', () => {
    expect(selectionOf({}, many, new Set(), shown)).toEqual({
      selection: { source: 'erp', feed: 'orders', reason: 'missing_key' },
      rows: 96,
    });
  });

  it('is what is ticked and still shown', () => {
    expect(selectionOf({}, many, new Set(['2', '9']), shown)).toEqual({ selection: { ids: ['2'] }, rows: 1 });
  });

  it('is never more than what a narrowed list shows', () => {
    for (const search of [{ run: '7' }, { text: 'x' }, { record: 'r' }])
      expect(selectionOf(search, many, new Set(), shown)).toEqual({ selection: { ids: shown }, rows: 3 });
    expect(selectionOf({}, undefined, new Set(), shown).selection).toEqual({ ids: shown });
  });
});

it('an address that makes no sense asks for what waits', () => {
  expect(readQuarantineSearch({ state: 'WAITING', run: '', open: ['a'] })).toEqual({});
  expect(readQuarantineSearch({ state: 'REPLAYED', run: '12' })).toEqual({ state: 'REPLAYED', run: '12' });
});
