/** A stage of a run as its timeline draws it. */
export interface StageBar {
  stage: string;
  /** Where it begins and how long it is, in hundredths of the run. */
  left: number;
  width: number;
  seconds: number | null;
  rows: number | null;
  rowsPerSecond: number | null;
}

interface Stage {
  stage: string;
  startedAt: string;
  endedAt?: string | null;
  seconds?: number | null;
  rows?: number | null;
  rowsPerSecond?: number | null;
}

/** Thinner, and it could not be seen. */
const THINNEST = 0.6;

/** The stages on one line of time, from the begin of the first to the end of the last; one that still runs reaches to now. */
export function stageBars(stages: readonly Stage[], now: number): StageBar[] {
  const begins = stages.map(({ startedAt }) => Date.parse(startedAt));
  const ends = stages.map(({ endedAt }) => (endedAt ? Date.parse(endedAt) : now));
  const from = Math.min(...begins);
  const whole = Math.max(1, Math.max(...ends) - from);
  return stages.map((each, at) => {
    const left = Math.min(100 - THINNEST, (((begins[at] ?? from) - from) / whole) * 100);
    const width = Math.max(THINNEST, (((ends[at] ?? from) - (begins[at] ?? from)) / whole) * 100);
    return {
      stage: each.stage,
      left,
      width: Math.min(width, 100 - left),
      seconds: each.seconds ?? null,
      rows: each.rows ?? null,
      rowsPerSecond: each.rowsPerSecond ?? null,
    };
  });
}
