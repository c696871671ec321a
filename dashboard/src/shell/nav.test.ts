import { describe, expect, it } from 'vitest';
import { groupOf, navFor, navGroups, tabGroups } from './nav.ts';

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

  it('offers lists of single rows to who may open them', () => {
    const pages = (role: string) => navFor(role).flatMap((group) => group.pages.map((page) => page.to));
    expect(pages('ANALYST')).toEqual(expect.arrayContaining(['/orders', '/cases']));
    expect(pages('EXECUTIVE')).not.toEqual(expect.arrayContaining(['/orders']));
    expect(pages('EXECUTIVE')).toContain('/complaints');
  });

  it('leaves room for "More" among the five tabs of a phone', () => {
    expect(tabGroups.length).toBeLessThanOrEqual(4);
    expect(tabGroups.map((group) => group.key)).not.toContain('tools');
  });
});
