import { expect, test } from 'vitest';
import { BLOCKED, warningOfPort } from './blocked-ports.ts';

const reasonAt = (port: number): Promise<string> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => '',
    ({ cause }: { cause?: Error }) => cause?.message ?? '',
  );

test('every port that is warned of is one that fetch refuses, and the usual ones are not', async () => {
  for (const port of BLOCKED) expect(await reasonAt(port), String(port)).toBe('bad port');
  expect(warningOfPort(6000)).toMatch(/port 6000[^]*--port/);
  for (const port of [0, 80, 443, 3000, 4000, 8080]) expect(warningOfPort(port)).toBeNull();
});
