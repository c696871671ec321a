import { expect, test } from 'vitest';
import { lasting } from './told.ts';

test.each([
  [0, '0 seconds', '0 秒'],
  [13, '13 seconds', '13 秒'],
  [60, '1 minute', '1 分钟'],
  [20_100, '5 hours 35 minutes', '5 小时 35 分钟'],
  [-99_400, '1 day 3 hours', '1 天 3 小时'],
  [172_800, '2 days', '2 天'],
  [86_399, '1 day', '1 天'],
])('%i seconds last %s', (seconds, en, zh) => {
  expect(lasting(seconds)).toEqual({ en, zh });
});
