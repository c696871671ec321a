import { expect, it } from 'vitest';
import { readThrottle } from './throttle.ts';

it.each([
  ['2 windows/min', { gapMs: 30_000, workShare: 1 }],
  ['1 window/hour', { gapMs: 3_600_000, workShare: 1 }],
  ['4/s', { gapMs: 250, workShare: 1 }],
  [' 1 / day ', { gapMs: 86_400_000, workShare: 1 }],
  ['25%', { gapMs: null, workShare: 0.25 }],
  ['100 %', { gapMs: null, workShare: 1 }],
  ['none', { gapMs: null, workShare: 1 }],
])('%s is read', (text, throttle) => expect(readThrottle(text)).toEqual(throttle));

it.each(['', '0/min', '0%', '101%', '2 windows', 'fast', '2/week', '-1/min'])(
  '"%s" is refused with what may stand there',
  (text) => expect(() => readThrottle(text)).toThrow(/"2 windows\/min"/),
);
