import { Cron } from 'croner';

/**
 * A time of day that the clock skips in spring comes at the first moment after the gap; one that it shows twice in autumn
 * comes once. What repeats through the day (a wildcard or a step) follows real time: every instant of it is its own.
 */
export function cronIn(zone: string, pattern: string): Cron {
  return new Cron(pattern, { timezone: zone, mode: '5-part', fixedTimeRule: 'no-wildcard' });
}

/** What is wrong with a pattern, in a sentence; null: nothing. */
export function cronMistake(pattern: string): string | null {
  try {
    if (cronIn('UTC', pattern).nextRun()) return null;
    return `"${pattern}" never comes`;
  } catch (error) {
    const problem = (error as Error).message.replace(/^CronPattern: /, '');
    return `five fields such as "15 3 * * *" (minute, hour, day, month, weekday): ${problem}`;
  }
}
