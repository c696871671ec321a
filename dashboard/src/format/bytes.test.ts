import { expect, it } from 'vitest';

import { bytesText } from './bytes.ts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [12_345, '12.3 kB'],
  [123_456_789, '123 MB'],
  [61_000_000_000, '61.0 GB'],
  [5e18, '5000000 TB'],
])('%i bytes are %s', (size, text) => expect(bytesText(size)).toBe(text));
