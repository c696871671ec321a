import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { useRuleDefects, type Standing } from './use-rules.ts';

/** The orders that are the defects, the latest first, and when each leaves the window. */
export function DefectsCard({
  ruleSet,
  standing,
  merchant,
}: {
  ruleSet: string;
  standing: Standing;
  merchant: string | undefined;
}) {
  const { t, pick } = useText();
  const format = useFormat();
  const query = useRuleDefects(ruleSet, standing.rule.code, merchant);
  const columns = [
    { label: t('rules.order') },
    { label: t('rules.reason') },
    { label: pick(standing.rule.clock) },
    { label: t('rules.leavesOn'), right: true },
  ];
  const rows = (query.data?.nodes ?? []).map(({ order, day, leavesOn, reasons }, nth) => ({
    key: `${order?.id ?? ''} ${nth}`,
    cells: [
      order ? (
        <Link key="order" to="/orders/$id" params={{ id: order.id }} className={classes.link}>
          {order.externalId}
        </Link>
      ) : (
        format.noValue()
      ),
      reasons.map(({ label }) => pick(label)).join(t('drivers.comma')),
      format.day(day),
      format.day(leavesOn),
    ],
  }));
  return (
    <Card
      title={t('rules.defects')}
      sub={t('rules.defectsSub', { n: format.count(rows.length), total: format.count(query.data?.totalCount) })}
    >
      <Answered query={query} height={300}>
        {() => <Rows columns={columns} rows={rows} empty={t('rules.noDefect')} />}
      </Answered>
    </Card>
  );
}
