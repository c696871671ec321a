import { MetricRequestError } from '../../metrics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { addDays, stateOf, type Initiative, type Reading } from '../initiatives/index.ts';
import type { EvidenceAnswer, EvidencePart, EvidenceVerdict } from './answer.ts';
import type { Asked } from './figures.ts';
import { empty, verdictOf } from './part.ts';
import { themed, type Themed } from './programmes.ts';
import { evidenceQuestions, type EvidenceId } from './questions.ts';

const both = (en: string, zh: string): LocalizedText => ({ en, zh });

const openings: Record<EvidenceVerdict, LocalizedText> = {
  SUPPORTED: both('Yes.', '成立。'),
  NOT_SUPPORTED: both('Not in this shop.', '在本店不成立。'),
  MIXED: both('In part.', '部分成立。'),
  CANNOT_TELL: both('Cannot tell yet.', '尚无法判断。'),
};

/** The verdict, and the figure that tells most. */
function sentenceOf(verdict: EvidenceVerdict, parts: readonly EvidencePart[]): LocalizedText {
  const telling = parts.find((part) => part.verdict === verdict) ?? parts[0];
  const opening = openings[verdict];
  return telling ? both(`${opening.en} ${telling.sentence.en}`, opening.zh + telling.sentence.zh) : opening;
}

/** What all questions are asked of; null before the first load of the shop. */
export async function askedOf(
  reading: Reading,
  { shop, currency, initiatives }: { shop: string; currency: string; initiatives: readonly Initiative[] },
): Promise<Asked | null> {
  const { asOf } = await stateOf(reading.db, shop);
  if (!asOf) return null;
  return { reading, shop, currency, asOf, period: { from: addDays(asOf, -364), to: asOf }, initiatives };
}

/** A figure that cannot be asked here (too dear, not carried) leaves the claim open, in the engine's own words. */
function refusedPart(error: unknown): EvidencePart[] {
  if (!(error instanceof MetricRequestError)) throw error;
  return [empty(both('Not asked', '未能查询'), 'ASSOCIATION', error.text)];
}

export async function answerEvidence(asked: Asked, id: EvidenceId): Promise<EvidenceAnswer> {
  const { claim, method, answer, ofProgrammes } = evidenceQuestions[id];
  const programmes: Themed[] = ofProgrammes ? await themed(asked) : [];
  const parts = await answer(asked, programmes).catch(refusedPart);
  const verdict = verdictOf(parts);
  return { id, claim, method, verdict, sentence: sentenceOf(verdict, parts), parts };
}
