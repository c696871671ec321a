import { formatter, type Formatter } from '../format/index.ts';
import type { Lang } from '../metric/types.ts';
import { difference } from './difference.ts';
import { sentences, type PageAnswer } from './sentence.ts';

interface StageFlow {
  stage: string;
  from: { code: string };
  to: { code: string };
  orders: number;
  share: number;
  low: number;
  high: number;
}

export interface JourneyFacts {
  orders: number;
  values: readonly { stage: string; value: { code: string }; orders: number }[];
  flows: readonly StageFlow[];
}

/** Fewer than that say nothing of a share. */
const FEWEST = 30;

/** How many were late, whether they complain more than the others, and which way leads back. */
export function answerJourney(facts: JourneyFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(facts, format),
    rest: sentences([complaintsText(facts, format), returnText(facts, format)], format),
  };
}

const ordersAt = ({ values }: JourneyFacts, stage: string, code: string): number =>
  values.find((value) => value.stage === stage && value.value.code === code)?.orders ?? 0;

const flowOf = ({ flows }: JourneyFacts, stage: string, from: string, to: string): StageFlow | undefined =>
  flows.find((flow) => flow.stage === stage && flow.from.code === from && flow.to.code === to);

function leadOf(facts: JourneyFacts, format: Formatter): string {
  const [late, kept] = [ordersAt(facts, 'DELIVERY', 'late'), ordersAt(facts, 'DELIVERY', 'on_time')];
  const delivered = late + kept;
  if (facts.orders === 0) return format.say({ en: 'No order in this selection.', zh: '所选范围内没有订单。' });
  const n = format.count(facts.orders);
  if (delivered === 0)
    return format.say({
      en: `None of ${n} orders was delivered against a promised day.`,
      zh: `${n} 笔订单中没有可对照承诺日的送达。`,
    });
  const share = format.share(late / delivered);
  return format.say({
    en: `Of ${n} orders, ${share} of those delivered came late.`,
    zh: `${n} 笔订单中，已送达的有 ${share} 迟到。`,
  });
}

const estimate = (flow: StageFlow) => ({ value: flow.share, interval: { low: flow.low, high: flow.high } });

function complaintsText(facts: JourneyFacts, format: Formatter): string | null {
  const [late, kept] = [ordersAt(facts, 'DELIVERY', 'late'), ordersAt(facts, 'DELIVERY', 'on_time')];
  const [after, without] = [
    flowOf(facts, 'DELIVERY', 'late', 'complained'),
    flowOf(facts, 'DELIVERY', 'on_time', 'complained'),
  ];
  if (!after || !without || late < FEWEST || kept < FEWEST) return null;
  const [a, b] = [format.share(after.share), format.share(without.share)];
  const apart = difference(estimate(after), estimate(without));
  if (!apart?.significant)
    return format.say({
      en: `Complaints after late (${a}) and punctual deliveries (${b}) cannot be told apart.`,
      zh: `迟到后（${a}）与准时后（${b}）的投诉比例无法区分。`,
    });
  return format.say({
    en: `${a} of the late ones complained, against ${b} of those on time.`,
    zh: `迟到订单有 ${a} 投诉，准时订单为 ${b}。`,
  });
}

/** Of those whose 90 days are over: the share that came back after each voice, its ends. */
function returnText(facts: JourneyFacts, format: Formatter): string | null {
  const known = ['good_review', 'silent', 'bad_review', 'complained'].flatMap((voice) => {
    const [back, gone] = ['back', 'gone'].map((to) => flowOf(facts, 'VOICE', voice, to)?.orders ?? 0);
    const all = (back ?? 0) + (gone ?? 0);
    return all >= FEWEST ? [{ voice, all, share: (back ?? 0) / all }] : [];
  });
  const ranked = known.toSorted((a, b) => b.share - a.share);
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (!first || !last || first === last) return null;
  if (!partedByMore(first, last))
    return format.say({
      en: 'Of those whose 90 days are over, it cannot be told after which voice more come back.',
      zh: '满 90 天的订单中，哪种发声之后复购更多，尚无法区分。',
    });
  const named = (voice: string): string => format.say(voices[voice] ?? { en: voice, zh: voice });
  return format.say({
    en: `Of those whose 90 days are over, ${format.share(first.share)} came back after ${named(first.voice)} and ${format.share(last.share)} after ${named(last.voice)}; the voice goes with the return, it need not cause it.`,
    zh: `满 90 天的订单中，${named(first.voice)}后复购 ${format.share(first.share)}，${named(last.voice)}后 ${format.share(last.share)}；二者相伴，未必是因果。`,
  });
}

/** Two shares that chance alone would hardly put so far from each other (5%, both taken as one). */
function partedByMore(a: { share: number; all: number }, b: { share: number; all: number }): boolean {
  const both = (a.share * a.all + b.share * b.all) / (a.all + b.all);
  return Math.abs(a.share - b.share) > 1.96 * Math.sqrt(both * (1 - both) * (1 / a.all + 1 / b.all));
}

const voices: Readonly<Record<string, { en: string; zh: string }>> = {
  good_review: { en: 'a good review', zh: '好评' },
  silent: { en: 'saying nothing', zh: '未发声' },
  bad_review: { en: 'a bad review', zh: '差评' },
  complained: { en: 'a complaint', zh: '投诉' },
};
