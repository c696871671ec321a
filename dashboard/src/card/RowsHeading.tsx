import { Skeleton } from '@mantine/core';

import { isForbidden } from '../api/graphql.ts';
import { useText } from '../i18n/index.ts';
import { Answer } from './Answer.tsx';

/** What a list is a list of. A refusal is the answer too: no "loading" that never ends. */
export function RowsHeading({ lead, rest, error }: { lead: string | undefined; rest: string; error: unknown }) {
  const { t } = useText();
  if (lead !== undefined) return <Answer lead={lead} rest={rest} />;
  if (error) return <Answer lead={t(isForbidden(error) ? 'card.forbidden' : 'card.failed')} rest={rest} />;
  return <Skeleton height={66} mt={22} mb={18} />;
}
