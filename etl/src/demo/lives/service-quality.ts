import { DAY, dayOf } from '../world/calendar.ts';
import { DESK_HOURS, type Agent, type Channel } from '../world/desk.ts';
import type { Dice } from '../world/dice.ts';
import { FAST_CHAT } from '../truths.ts';

const fastFrom = dayOf(FAST_CHAT.from);

// Median seconds to a first human answer and the spread of its logarithm. Letters wait for the desk to open.
const ANSWERS: Record<Exclude<Channel, 'chat' | 'phone'>, readonly [median: number, spread: number]> = {
  email: [9000, 0.9],
  form: [10_800, 0.9],
  social: [3600, 0.9],
  platform: [7200, 0.8],
  regulator: [28_800, 0.7],
};

export interface Answer {
  seconds: number;
  secondsIfSlow: number; // by the same roll, had the chat desk stayed slow (b)
}

function untilOpen(moment: number): number {
  const second = moment % DAY;
  if (second < DESK_HOURS.opens) return DESK_HOURS.opens - second;
  return second >= DESK_HOURS.closes ? DAY - second + DESK_HOURS.opens : 0;
}

/** Chat and phone are manned day and night; a call is answered when the queue has passed. */
export function firstAnswer(dice: Dice, channel: Channel, at: number, waited: number | null): Answer {
  if (channel === 'phone') {
    const seconds = waited ?? 1;
    return { seconds, secondsIfSlow: seconds };
  }
  if (channel === 'chat') {
    const roll = Math.exp(dice.bell() * FAST_CHAT.spread);
    const slow = Math.max(1, Math.round(FAST_CHAT.medianBefore * roll));
    const fast = Math.max(1, Math.round(FAST_CHAT.medianAfter * roll));
    return { seconds: Math.floor(at / DAY) >= fastFrom ? fast : slow, secondsIfSlow: slow };
  }
  const [median, spread] = ANSWERS[channel];
  const seconds = dice.skewed(median, spread) + (channel === 'social' ? 0 : untilOpen(at));
  return { seconds, secondsIfSlow: seconds };
}

const SATISFIES = { base: 0.58, solvedFirst: 0.1, notSolved: -0.2, complaint: -0.06, transfer: -0.04 } as const;

interface Agreeable {
  solvedFirst: boolean;
  agent: Agent;
  complaint: boolean;
  transfers: number;
}

/** The chance that a contact satisfies. Only on the chat does it hang on the seconds to the first answer. */
export function satisfies(
  channel: Channel,
  seconds: number,
  { solvedFirst, agent, complaint, transfers }: Agreeable,
): number {
  const { quick, slow } = FAST_CHAT;
  let speed = 0;
  if (channel === FAST_CHAT.channel && seconds <= quick.within) speed = quick.satisfies;
  if (channel === FAST_CHAT.channel && seconds > slow.after) speed = slow.satisfies;
  return (
    SATISFIES.base +
    (solvedFirst ? SATISFIES.solvedFirst : SATISFIES.notSolved) +
    (complaint ? SATISFIES.complaint : 0) +
    transfers * SATISFIES.transfer +
    agent.skill +
    speed
  );
}
