import { IngestError } from '../kit/errors/ingest-error.ts';

/** How much of the house a backfill may take for itself. */
export interface Throttle {
  /** At least so long from the start of one window to the next one's; null: no such rule. */
  gapMs: number | null;
  /** At work for at most so much of the time: after a window it rests in proportion. 1: never. */
  workShare: number;
}

/** Half of the time: the other half belongs to those who read. */
export const DEFAULT_THROTTLE: Throttle = { gapMs: null, workShare: 0.5 };

const UNITS: Record<string, number> = { s: 1_000, min: 60_000, hour: 3_600_000, day: 86_400_000 };

/** "2 windows/min" · "1/hour" · "25%" (of the time) · "none". */
export function readThrottle(text: string): Throttle {
  if (text.trim() === 'none') return { gapMs: null, workShare: 1 };
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  if (percent) {
    const workShare = Number(percent[1]) / 100;
    if (workShare > 0 && workShare <= 1) return { gapMs: null, workShare };
  }
  const rate = /^(\d+)\s*(?:windows?)?\s*\/\s*(s|min|hour|day)$/.exec(text.trim());
  const count = Number(rate?.[1]);
  const unit = UNITS[rate?.[2] ?? ''];
  if (unit !== undefined && count > 0) return { gapMs: unit / count, workShare: 1 };
  throw new IngestError('backfill_range', {
    problem: `"${text}" is no throttle; write "2 windows/min" (s, min, hour or day), "50%" of the time, or "none"`,
  });
}
