import { Link } from '@tanstack/react-router';

import { useShop } from '../filters/shop-context.tsx';
import { useText } from '../i18n/index.ts';
import { drillSearch, useMayDrill } from '../metric/Drill.tsx';
import { rowsPage } from '../metric/rows-page.ts';
import type { ChangeLine } from './change-line.ts';

/** To the rows the run brought into the month; nothing where no page lists them or the reader may not see rows. */
export function ChangedRows({ change, className }: { change: ChangeLine; className?: string | undefined }) {
  const { t } = useText();
  const { definitions } = useShop();
  const may = useMayDrill();
  if (!may || rowsPage(definitions.get(change.metric.id), 'DENOMINATOR') !== '/orders') return null;
  return (
    <Link
      to="/orders"
      search={{
        ...drillSearch({ metric: change.metric.id, part: 'DENOMINATOR', period: change.month }),
        broughtBy: change.runId,
      }}
      className={className}
    >
      {t('loads.seeRows')}
    </Link>
  );
}
