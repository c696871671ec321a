import { describe, expect, it } from 'vitest';

import { found, type Command } from './commands.ts';

const command = (group: string, label: string, words = ''): Command => ({
  key: `${group} ${label}`,
  group,
  label,
  words,
  run: () => undefined,
});
const labels = (typed: string, ...commands: Command[]) => found(commands, typed).map(({ label }) => label);

describe('what the palette finds', () => {
  const pages = [command('pages', 'Delivery', '配送 delivery'), command('pages', 'Reviews', '评价与口碑 reviews')];
  const metrics = [
    command('metrics', 'Late delivery rate', 'LATE_RATE 迟到率'),
    command('metrics', 'Delivery days', 'DELIVERY_DAYS_P50 送达天数'),
  ];

  it('is found by any of its words, in either language, whatever language the page is in', () => {
    expect(labels('配送', ...pages, ...metrics)).toEqual(['Delivery']);
    expect(labels('rate  late', ...metrics)).toEqual(['Late delivery rate']);
    expect(labels('days_p50', ...metrics)).toEqual(['Delivery days']);
    expect(labels('nothing', ...pages, ...metrics)).toEqual([]);
  });

  it('stands with what begins so first, its groups in their order', () => {
    expect(labels('deliv', ...pages, ...metrics)).toEqual(['Delivery', 'Delivery days', 'Late delivery rate']);
  });

  it('is everything while nothing is typed, else a handful a group', () => {
    const many = Array.from({ length: 20 }, (_, n) => command('metrics', `Rate ${n}`));
    expect(labels('', ...many)).toHaveLength(20);
    expect(labels('rate', ...many, ...pages)).toHaveLength(8);
  });
});
