import { expect, it } from 'vitest';
import { Progress } from './progress.ts';

function watch(isTTY: boolean): { progress: Progress; at: (ms: number) => void; said: () => string } {
  let now = 0;
  let said = '';
  const sink = { isTTY, columns: 60, write: (text: string) => (said += text) };
  return { progress: new Progress(sink, () => now), at: (ms) => (now = ms), said: () => said };
}

const rows = (stage: string, done: number, share: number) => ({ stage, done, unit: 'rows', share });

it('on a terminal one line is redrawn with share, rows and rate, and cleared at the end', () => {
  const { progress, at, said } = watch(true);
  progress.show(rows('landing', 0, 0));
  at(1_000);
  progress.show(rows('landing', 50_000, 0.5));
  expect(said()).toContain('\r\u001b[2K████████████░░░░░░░░░░░░ landing · 50,000 rows · 50,000 r');
  expect(said()).not.toContain('\n');
  progress.end();
  expect(said().endsWith('\r\u001b[2K')).toBe(true);
});

it('elsewhere a line is written when a stage begins and every five seconds, without control characters', () => {
  const { progress, at, said } = watch(false);
  for (let ms = 0; ms <= 10_000; ms += 500) {
    at(ms);
    progress.show(rows('landing', ms * 10, ms / 10_000));
  }
  progress.show(rows('merge', 100_000, 1));
  progress.end();
  expect(said().split('\n')).toEqual([
    'landing · 0 rows',
    'landing · 50,000 rows · 10,000 rows/s',
    'landing · 100,000 rows · 10,000 rows/s',
    'merge · 100,000 rows',
    '',
  ]);
});

it('knows no share before anything is counted', () => {
  const { progress, said } = watch(true);
  progress.show(rows('discover', 0, Number.NaN));
  expect(said()).toContain(`${'░'.repeat(24)} discover · 0 rows`);
});
