import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { DrillLink, useMayDrill } from '../../metric/Drill.tsx';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { METRIC, overdueRows, spanOf, spans, type OverdueRow } from './overdue.ts';
import classes from './index.module.css';
import { useOverdue } from './use-delivery.ts';

/** Orders past their promise that have not come, at the end of the last day loaded: by who carries them and for how long. */
export function OverdueCard() {
  const queries = useOverdue();
  const { t, pick } = useText();
  const { asOf } = useFilters();
  const format = useFormat();
  const rows = overdueRows(queries.map(({ data }) => data));
  const columns = [
    { label: t('delivery.carrier') },
    ...spans.map(({ key }) => ({ label: t(`delivery.overdue_${key}`), right: true })),
  ];
  const unready = queries.find(({ data }) => data === undefined) ?? queries[0];
  return (
    <Card
      id="overdue"
      title={t('delivery.overdue')}
      sub={t('delivery.overdueSub', { day: format.day(asOf) })}
      actions={<MetricActions metric={METRIC} answer={queries[0].data} />}
    >
      <Answered query={unready} height={210}>
        {() =>
          rows.length === 0 ? (
            <Empty text={t('delivery.nothingOverdue')} height={120} />
          ) : (
            <Rows
              columns={columns}
              rows={rows.map((row) => ({
                key: row.key.value ?? '',
                cells: [
                  row.key.value ? pick(row.key.label) : t('delivery.noCarrier'),
                  ...spans.map((span, at) => <Count key={span.key} row={row} at={at} />),
                ],
              }))}
            />
          )
        }
      </Answered>
    </Card>
  );
}

function Count({ row, at }: { row: OverdueRow; at: number }) {
  const { asOf, firstDay } = useFilters();
  const format = useFormat();
  const may = useMayDrill();
  const span = spans[at];
  const count = row.counts[at];
  const text = format.count(count ?? undefined);
  const marks = { 'data-overdue': span?.key, 'data-carrier': row.key.value ?? '' };
  if (!span || !may || !count) return <span {...marks}>{text}</span>;
  return (
    <span {...marks}>
      <DrillLink
        className={classes.count}
        metric={METRIC}
        part="DENOMINATOR"
        period={spanOf(span, asOf, firstDay)}
        slice={[row.key, { dimension: 'DELAY_BUCKET', value: 'not_delivered' }]}
      >
        {text}
      </DrillLink>
    </span>
  );
}
