import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Answered } from '../../card/States.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useStanding } from './use-recovery.ts';

const RATE = { unit: 'PERCENT', decimals: 1 } as const;

/** How the queue stands, and whether contacting helps. */
export function StandingCard() {
  const query = useStanding();
  const { t, pick } = useText();
  const format = useFormat();
  return (
    <Card
      title={t('recovery.standing')}
      sub={t('recovery.standingSub')}
      note={query.data ? pick(query.data.words) : undefined}
    >
      <Answered query={query} height={200}>
        {({ open, overdue, due, closed, share, interval, contacted, heldOut }) => {
          const arm = (each: typeof contacted) =>
            each && each.customers > 0
              ? t('recovery.armCount', { back: format.count(each.back), n: format.count(each.customers) })
              : t('recovery.armNone');
          const range = interval ? ` (${format.interval(interval, RATE)})` : '';
          return (
            <Facts
              facts={[
                [
                  t('recovery.closedLoop'),
                  share == null ? t('recovery.noneDue') : `${format.value(share, RATE)}${range}`,
                ],
                [t('recovery.closedOf'), t('recovery.closedCount', { n: format.count(closed), of: format.count(due) })],
                [t('recovery.open'), format.count(open)],
                [t('recovery.overdue'), format.count(overdue)],
                [t('recovery.contacted'), arm(contacted)],
                [t('recovery.heldOut'), arm(heldOut)],
              ]}
            />
          );
        }}
      </Answered>
    </Card>
  );
}
