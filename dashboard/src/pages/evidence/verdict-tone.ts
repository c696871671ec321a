import type { PillTone } from '../../card/Pill.tsx';
import type { EvidenceVerdict } from '../../gql/graphql.ts';

export const toneOf: Record<EvidenceVerdict, PillTone> = {
  SUPPORTED: 'good',
  NOT_SUPPORTED: 'bad',
  MIXED: 'warn',
  CANNOT_TELL: 'flat',
};
