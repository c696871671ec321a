import {
  answerEvidence,
  askedOf,
  readInitiatives,
  type EvidenceAnswer as Found,
  type EvidenceId,
  type EvidencePart as FoundPart,
  type EvidenceSide as FoundSide,
} from '@rapport/model/findings';
import { SMALLEST_SHOWN } from '@rapport/model/metrics';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { badInput } from '../../platform/graphql/refusal.ts';
import { answersOf } from '../metrics/index.ts';
import type { EvidenceAnswer, EvidencePart, EvidenceSide } from './evidence.type.ts';

/** Read whole, and told of enough people only. */
const whole = { role: 'analyst' } as const;

const few = (side: FoundSide | null): boolean =>
  side !== null && side.denominator !== null && side.denominator < SMALLEST_SHOWN;

const toSide = ({ rows, ...side }: FoundSide): EvidenceSide => ({
  ...side,
  rows: rows && { ...rows, where: rows.where.map(({ dimension, in: codes }) => ({ dimension, in: codes ?? [] })) },
});

/** Figures of fewer than five people are withheld from everyone: they say nothing of a claim. */
function toPart({ these, those, ...part }: FoundPart): EvidencePart {
  if (!few(these) && !few(those)) return { ...part, these: these && toSide(these), those: those && toSide(those) };
  return { ...part, these: null, those: null, value: null, interval: null, relative: null, relativeInterval: null };
}

const toAnswer = (
  { parts, ...answer }: Found,
  { period, asOf }: Pick<EvidenceAnswer, 'period' | 'asOf'>,
): EvidenceAnswer => ({
  ...answer,
  id: answer.id as EvidenceId,
  parts: parts.map(toPart),
  period,
  asOf,
});

async function currencyOf({ reads }: RequestContext, shop: string): Promise<string> {
  const { rows } = await reads.query<{ currency: string }>(
    '/* currency of a shop */ select currency::text as currency from core.shops where shop = $1',
    [shop],
  );
  if (rows[0]) return rows[0].currency;
  throw badInput('shop', { en: `There is no shop “${shop}”.`, zh: `没有店铺“${shop}”。` });
}

/** One after another: they share the request's one connection. Nothing before the first load. */
export async function readEvidence(
  context: RequestContext,
  shop: string,
  questions: readonly EvidenceId[],
): Promise<EvidenceAnswer[]> {
  const { pool, reads } = context;
  const currency = await currencyOf(context, shop);
  const initiatives = await readInitiatives(reads, { shop });
  const answers = answersOf(pool);
  const reading = { db: reads, access: whole, bounds: answers.bounds };
  const asked = await askedOf(reading, { shop, currency, initiatives });
  if (!asked) return [];
  const told: EvidenceAnswer[] = [];
  for (const id of questions) {
    const found = await answers.remembered(reads, whole, ['evidence', shop, id, initiatives], () =>
      answerEvidence(asked, id),
    );
    told.push(toAnswer(found, asked));
  }
  return told;
}
