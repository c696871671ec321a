import { describe, expect, it } from 'vitest';
import { keyState } from './key-state.ts';
import { isWhole, noRights, scopeOf } from './rights.ts';
import { readAdministrationSearch } from './search.ts';

describe('what is asked for', () => {
  it('a lead has a scope of codes, as people write lists in both languages; nobody else has one', () => {
    const lead = { role: 'LEAD', dimension: 'CARRIER', codes: ' sf，yto, ,zto、' } as const;
    expect(scopeOf(lead)).toEqual({ dimension: 'CARRIER', values: ['sf', 'yto', 'zto'] });
    expect(scopeOf({ ...lead, role: 'ANALYST' })).toBeNull();
    expect([isWhole(lead), isWhole({ ...lead, codes: ' , ' }), isWhole(noRights)]).toEqual([true, false, true]);
  });
  it('the address names a part and a filter of the audit; what it does not know is left out', () => {
    expect(readAdministrationSearch({ section: 'audit', actor: 'user Mei', about: '' })).toEqual({
      section: 'audit',
      actor: 'user Mei',
    });
    expect(readAdministrationSearch({ section: 'servers', action: 7 })).toEqual({});
  });
});

describe('a key', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const key = (expiresAt: string | null, revokedAt: string | null = null) => keyState({ expiresAt, revokedAt }, now);
  it('works until it expires or is revoked', () => {
    expect(key(null)).toBe('works');
    expect(key('2026-03-01T12:00:01Z')).toBe('works');
    expect(key('2026-03-01T12:00:00Z')).toBe('expired');
    expect(key('2026-03-02T00:00:00Z', '2026-02-01T00:00:00Z')).toBe('revoked');
  });
});
