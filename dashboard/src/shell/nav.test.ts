import { describe, expect, it } from 'vitest';
import { groupOf, navGroups, tabGroups } from './nav.ts';

describe('the navigation', () => {
  it('names every page once', () => {
    const pages = navGroups.flatMap((group) => group.pages.map((page) => page.to));
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('knows the group of a page, and of one thing on it', () => {
    expect(groupOf('/')?.key).toBe('answers');
    expect(groupOf('/complaints')?.key).toBe('promise');
    expect(groupOf('/cases/0b6f')?.key).toBe('tools');
    expect(groupOf('/ordersheet')).toBeUndefined();
  });

  it('leaves room for "More" among the five tabs of a phone', () => {
    expect(tabGroups.length).toBeLessThanOrEqual(4);
    expect(tabGroups.map((group) => group.key)).not.toContain('tools');
  });
});
