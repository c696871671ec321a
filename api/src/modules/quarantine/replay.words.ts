import { metricHead } from '@rapport/model/metrics';
import { badInput } from '../../platform/graphql/refusal.ts';
import { OperationRefused, type Correction } from '../../platform/operations/index.ts';
import type { RefusedSelection as Chosen, ReplayPreview, SourceReplay } from '@rapport/model/vocabulary';
import type { FieldCorrection, RefusedSelection } from './quarantine.input.ts';
import { reasonOf } from './quarantine.words.ts';
import type * as shown from './replay.type.ts';

/** More moved figures than this are a reload, not a correction. */
const SHOWN_FIGURES = 500;

export function rowNumber(field: string, id: string): number {
  if (/^\d{1,15}$/.test(id)) return Number(id);
  throw badInput(field, { en: `${field}: not the number of a row.`, zh: `${field}：不是行编号。` });
}

export const chosen = ({ ids, source, feed, reason }: RefusedSelection): Chosen => ({
  ids: ids?.map((id) => rowNumber('ids', id)) ?? [],
  source: source ?? null,
  feed: feed ?? null,
  reason: reason ?? null,
});

export function correctionOf(fields: FieldCorrection[] | null | undefined, raw: string | null | undefined): Correction {
  if (fields?.length && raw === undefined) return { fields };
  if (raw && !fields?.length) return { raw };
  throw new OperationRefused('NO_CORRECTION', {
    en: 'Give either fields or the whole record.',
    zh: '请给出要更正的字段，或整条记录，二者择一。',
  });
}

export const toReplay = ({ refusals, ...counts }: SourceReplay): shown.SourceReplay => ({
  ...counts,
  refusals: refusals.map(({ reason, ...rest }) => ({ ...rest, reason: reasonOf(reason) })),
});

export function toPreview({ sample, moved, currency, ...counts }: ReplayPreview): shown.SourcePreview {
  const figures = moved.flatMap(({ metric, ...figure }) => {
    const head = metricHead(metric, currency);
    return head ? [{ ...figure, metric: head }] : [];
  });
  return {
    ...toReplay(counts),
    sample: sample.map(({ id, outcome, reason, field }) => ({
      id: String(id),
      outcome: outcome.toUpperCase() as shown.ReplayOutcome,
      reason: reason === null ? null : reasonOf(reason),
      field,
    })),
    moved: figures.slice(0, SHOWN_FIGURES),
    movedCount: figures.length,
  };
}
