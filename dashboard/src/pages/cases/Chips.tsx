import { useNavigate } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import { RowsChips } from '../../metric/RowsChips.tsx';
import { Segment } from '../../shell/Segment.tsx';
import type { CasesSearch } from './search.ts';

/** The figure and slice these cases stand behind, or which of them are looked at, and their order. */
export function Chips({ search }: { search: CasesSearch }) {
  const { t } = useText();
  const navigate = useNavigate();
  const change = (next: { [Key in keyof CasesSearch]?: CasesSearch[Key] | undefined }) =>
    void navigate({ to: '/cases', search: { ...search, ...next } });
  const option = <T extends string>(value: T, text: string) => ({ value, text, title: text });
  return (
    <RowsChips search={search} onChange={change}>
      {search.behind ? null : (
        <Segment
          label={t('cases.state')}
          value={search.state ?? 'period'}
          options={[
            option('period', t('cases.inPeriod')),
            option('open', t('cases.open')),
            option('overdue', t('cases.overdue')),
          ]}
          onChange={(state) => change({ state: state === 'period' ? undefined : state })}
        />
      )}
      <Segment
        label={t('cases.type')}
        value={search.type ?? 'all'}
        options={[
          option('all', t('cases.allTypes')),
          option('enquiry', t('cases.enquiry')),
          option('request', t('cases.request')),
          option('complaint', t('cases.complaint')),
        ]}
        onChange={(type) => change({ type: type === 'all' ? undefined : type })}
      />
      <Segment
        label={t('orders.sort')}
        value={search.sort ?? 'OPENED_AT'}
        options={[
          option('OPENED_AT', t('orders.newest')),
          option('RESOLUTION_SECONDS', t('cases.slowest')),
          option('CSAT', t('cases.worst')),
        ]}
        onChange={(sort) => change({ sort: sort === 'OPENED_AT' ? undefined : sort })}
      />
    </RowsChips>
  );
}
