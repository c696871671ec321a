import { expect, test } from 'vitest';
import { canBeShown, pageOfDashboard } from './written.ts';

test.each([
  ['仓库 moved 👩‍👧 “x”', true],
  ['two\nlines', false],
  ['a\0b', false],
  ['txt.\u202Eexe', false],
  ['\ud800', false],
])('%j can be shown on one line: %s', (text, can) => expect(canBeShown(text)).toBe(can));

test('lines are shown where there may be several, a bell never', () => {
  expect(canBeShown('one\r\n\ttwo', { lines: true })).toBe(true);
  expect(canBeShown('one\rtwo', { lines: true })).toBe(false);
  expect(canBeShown('\u0007', { lines: true })).toBe(false);
});

test.each(['/', '/delivery?grain=MONTH&region=SP', '/graphql-guide', '/customers/1'])('%s is a page', (address) =>
  expect(pageOfDashboard(address)).not.toBeNull(),
);

test.each([
  'delivery',
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/.//elsewhere.example/',
  '/x/..//elsewhere.example/',
  '/graphql',
  '/graphql?query={viewer{name}}',
  '/print?page=/',
  '/sign-in?token=x',
  '/sign-out',
  '/unsubscribe?token=x',
  '/x/../downloads/1/a.csv',
  `/${'x'.repeat(2000)}`,
  `/delivery?q=${'字'.repeat(500)}`,
  7,
  null,
])('%s is none', (address) => expect(pageOfDashboard(address)).toBeNull());
