import { expect, it } from 'vitest';
import { backlogRows, mostOpen } from './backlog-rows.ts';

const chat = { value: 'chat', label: { en: 'Chat', zh: '在线客服' } };
const email = { value: 'email', label: { en: 'E-mail', zh: '邮件' } };

it('the backlog stands by channel and age, the longest queue first, with what is overdue beside it', () => {
  const rows = backlogRows(
    [
      { channel: chat, bucket: 'UP_TO_4H', open: 2, overdue: 1 },
      { channel: email, bucket: 'OLDER', open: 5, overdue: 5 },
      { channel: email, bucket: 'UP_TO_3D', open: 3, overdue: 0 },
    ],
    'zh',
    { count: String },
  );
  expect(rows.map(({ label, note, cells }) => [label, note, ...cells.map(({ value }) => value)])).toEqual([
    ['邮件', '5', 0, 0, 3, 0, 5],
    ['在线客服', '1', 2, 0, 0, 0, 0],
  ]);
  expect(mostOpen(rows)).toBe(5);
  expect(mostOpen([])).toBe(1);
});
