import type { InitiativeTheme, MetricId, SaveInitiativeInput } from '../../gql/graphql.ts';
import type { Study } from './use-initiatives.ts';

/** What is typed in, as text. */
export interface Draft {
  code: string;
  labelEn: string;
  labelZh: string;
  claimEn: string;
  claimZh: string;
  theme: InitiativeTheme | '';
  metric: string;
  expected: string;
  dimension: string;
  values: string;
  startsOn: string;
  endsOn: string;
  cost: string;
}

export const emptyDraft: Draft = {
  code: '', labelEn: '', labelZh: '', claimEn: '', claimZh: '', theme: '', metric: 'REPURCHASE_RATE_90D',
  expected: '', dimension: 'REGION', values: '', startsOn: '', endsOn: '', cost: '',
}; // prettier-ignore

/** Shares are typed in percentage points. */
const points = (unit: string | undefined): number => (unit === 'PERCENT' ? 100 : 1);

export function draftOf({ initiative, metric }: Study): Draft {
  const { label, claim } = initiative;
  return {
    code: initiative.code,
    labelEn: label.en,
    labelZh: label.zh,
    claimEn: claim?.en ?? '',
    claimZh: claim?.zh ?? '',
    theme: initiative.theme ?? '',
    metric: initiative.metric ?? '',
    expected: initiative.expected === null ? '' : String(initiative.expected * points(metric?.unit)),
    dimension: initiative.scopeDimension ?? '',
    values: initiative.scopeValues.join(' '),
    startsOn: initiative.startsOn ?? '',
    endsOn: initiative.endsOn ?? '',
    cost: initiative.cost?.amount ?? '',
  };
}

const words = (text: string): string[] => text.split(/[\s,，、]+/).filter((word) => word !== '');

interface Kept {
  shop: string;
  unit: string | undefined;
  version: number | null;
  within: { dimension: string; values: string[] }[];
}

export const inputOf = (draft: Draft, { shop, unit, version, within }: Kept): SaveInitiativeInput => ({
  shop,
  version,
  within,
  code: draft.code.trim(),
  labelEn: draft.labelEn,
  labelZh: draft.labelZh,
  claimEn: draft.claimEn,
  claimZh: draft.claimZh,
  theme: draft.theme === '' ? null : draft.theme,
  metric: draft.metric as MetricId,
  expected: draft.expected.trim() === '' ? null : Number(draft.expected) / points(unit),
  scope: draft.dimension === '' ? null : { dimension: draft.dimension, values: words(draft.values) },
  startsOn: draft.startsOn,
  endsOn: draft.endsOn === '' ? null : draft.endsOn,
  cost: draft.cost.trim() === '' ? null : draft.cost,
});

export const isWhole = ({ code, labelEn, labelZh, startsOn, metric, expected }: Draft): boolean =>
  code.trim() !== '' && labelEn + labelZh !== '' && startsOn !== '' && metric !== '' && !Number.isNaN(Number(expected));
