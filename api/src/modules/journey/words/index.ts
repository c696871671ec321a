import type { JourneyKind } from '../journey.kinds.ts';
import { wordsOfOrders, type FactsOfOrders } from './of-orders.ts';
import { wordsOfRelation, type FactsOfRelation } from './of-relation.ts';
import { wordsOfService, type FactsOfService } from './of-service.ts';
import { wordsOfVoice, type FactsOfVoice } from './of-voice.ts';
import type { Happened, Told, WordsOf } from './told.ts';

export type { Told } from './told.ts';

type Facts = FactsOfRelation & FactsOfOrders & FactsOfService & FactsOfVoice;

const words: WordsOf<Facts> & Record<JourneyKind, unknown> = {
  ...wordsOfRelation,
  ...wordsOfOrders,
  ...wordsOfService,
  ...wordsOfVoice,
};

/** What an event is called, in both languages. Its facts are those its own SQL put together (see events/). */
export function wordsOf({ kind, facts, gapSeconds }: Happened & { kind: JourneyKind; facts: unknown }): Told {
  const tell = words[kind] as (facts: unknown, happened: Happened) => Told;
  return tell(facts, { gapSeconds });
}
