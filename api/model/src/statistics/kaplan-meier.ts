import type { Interval } from './interval.ts';
import { logLog } from './survival.ts';

/** So many subjects left observation on a day (in any unit of time): by the event, or unseen from then on. */
export interface Observed {
  day: number;
  event: boolean;
  n: number;
}

export interface ProductLimitStep {
  day: number;
  /** Without the event before that day and still observed on it. */
  atRisk: number;
  events: number;
  /** Share with the event by the end of that day: 1 − S. */
  share: number;
  /** Greenwood's sum of events ⁄ (at risk × (at risk − events)): the variance of S divided by S². */
  spread: number;
  interval: Interval | null;
}

interface Day {
  day: number;
  events: number;
  left: number;
}

/** The days on which anybody left observation, in order. Who is censored on a day was at risk for its events. */
export function daysOf(observed: readonly Observed[]): Day[] {
  const days = new Map<number, Day>();
  for (const { day, event, n } of observed) {
    const at = days.get(day) ?? { day, events: 0, left: 0 };
    if (event) at.events += n;
    at.left += n;
    days.set(day, at);
  }
  return [...days.values()].toSorted((a, b) => a.day - b.day);
}

/**
 * The product-limit estimate (Kaplan, Meier, JASA 53, 1958) with Greenwood's variance (1926) on the scale log(−log S): a step for each day
 * with an event; none without events.
 */
export function kaplanMeier(observed: readonly Observed[]): ProductLimitStep[] {
  let atRisk = observed.reduce((sum, { n }) => sum + n, 0);
  let [staying, spread] = [1, 0];
  const steps: ProductLimitStep[] = [];
  for (const { day, events, left } of daysOf(observed)) {
    if (events > 0) {
      staying *= 1 - events / atRisk;
      if (atRisk > events) spread += events / (atRisk * (atRisk - events));
      const share = 1 - staying;
      steps.push({ day, atRisk, events, share, spread, interval: logLog(share, spread) });
    }
    atRisk -= left;
  }
  return steps;
}

/** The share by the end of a day; 0 before the first event. That somebody was still observed then is for the caller to know. */
export function shareBy(steps: readonly ProductLimitStep[], day: number): { share: number; variance: number } {
  const step = steps.findLast((each) => each.day <= day);
  return step ? { share: step.share, variance: step.spread * (1 - step.share) ** 2 } : { share: 0, variance: 0 };
}
