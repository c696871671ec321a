import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { CaseTable } from '../../case/CaseTable.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useOpenComplaints } from './use-complaints.ts';

/** The complaints that wait, the oldest first. */
export function OpenCard() {
  const query = useOpenComplaints();
  const { t } = useText();
  const { asOf } = useShop();
  const format = useFormat();
  return (
    <Card
      title={t('complaints.open')}
      sub={t('complaints.openSub', { day: format.day(asOf), n: format.count(query.data?.totalCount) })}
      actions={
        <Link to="/cases" search={{ state: 'open', type: 'complaint' }}>
          {t('complaints.toOpen')}
        </Link>
      }
    >
      <Answered query={query} height={260}>
        {({ nodes }) =>
          nodes.length === 0 ? <Empty text={t('complaints.noneOpen')} height={120} /> : <CaseTable cases={nodes} />
        }
      </Answered>
    </Card>
  );
}
