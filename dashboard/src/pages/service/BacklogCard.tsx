import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { HeatMap, heatTable, type HeatMapProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { Uncut } from '../../metric/Uncut.tsx';
import { ages, backlogRows, mostOpen } from './backlog-rows.ts';
import { useBacklog } from './use-service.ts';

/** What waits at the end of the last day, and since when. */
export function BacklogCard() {
  const query = useBacklog();
  const { t } = useText();
  const { asOf } = useShop();
  const format = useFormat();
  const props = useProps(query.data);
  const may = useMayDrill();
  const phone = useMediaQuery('(max-width: 720px)');
  return (
    <Card
      title={t('service.backlog')}
      sub={
        <>
          {t('service.backlogSub', { day: format.day(asOf) })}
          {phone ? '' : t('service.backlogBeside')} <Uncut />
        </>
      }
      table={props ? heatTable(props, format) : undefined}
      file="backlog"
      actions={
        may ? (
          <Link to="/cases" search={{ state: 'overdue' }}>
            {t('service.toOverdue')}
          </Link>
        ) : null
      }
    >
      <Answered query={query} height={200}>
        {(backlog) =>
          backlog.length === 0 ? (
            <Empty text={t('service.noBacklog')} height={200} />
          ) : props ? (
            <HeatMap {...props} />
          ) : null
        }
      </Answered>
    </Card>
  );
}

function useProps(backlog: ReturnType<typeof useBacklog>['data']): HeatMapProps | undefined {
  const { t, lang } = useText();
  const format = useFormat();
  const may = useMayDrill();
  const navigate = useNavigate();
  if (!backlog) return undefined;
  const rows = backlogRows(backlog, lang, format);
  return {
    title: t('service.backlog'),
    measure: { unit: 'COUNT', decimals: 0 },
    rowHead: t('service.channel'),
    noteHead: t('service.overdue'),
    columns: ages.map((age) => ({ key: age, label: t(`service.${age}`) })),
    rows,
    keepOnPhone: ages.length,
    tall: true,
    scale: { kind: 'sequential', most: mostOpen(rows) },
    onCell: may
      ? (channel) => void navigate({ to: '/cases', search: { state: 'open', slice: [`CHANNEL:${channel}`] } })
      : undefined,
  };
}
