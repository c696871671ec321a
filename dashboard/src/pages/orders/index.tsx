import { Button } from '@mantine/core';

import { Card } from '../../card/Card.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { partText } from '../../metric/part-text.ts';
import { Chips } from './Chips.tsx';
import { OrderTable } from './OrderTable.tsx';
import { ordersCsv } from './orders-csv.ts';
import { useOrders } from './use-orders.ts';

export default function OrdersPage() {
  const { search, days, query, exported } = useOrders();
  const { t, pick } = useText();
  const { definitions } = useShop();
  const format = useFormat();
  const total = query.data?.pages[0]?.totalCount;
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const definition = search.behind ? definitions.get(search.behind) : undefined;
  const what = definition ? partText(definition, search.part, { t, pick }) : t('orders.plain');
  const rest = search.oddity ? t(`orders.oddity${search.oddity}`) : `${what} · ${format.dayRange(days.from, days.to)}`;
  const n = format.count(total);
  const lead =
    total === undefined
      ? undefined
      : definition
        ? t('orders.leadBehind', { n, metric: pick(definition.title) })
        : t('orders.lead', { n });
  return (
    <>
      <RowsHeading lead={lead} rest={rest} error={query.error} />
      <Chips search={search} />
      <Card
        title={t('shell.orders')}
        sub={t('orders.sub', { n: format.count(rows.length), total: format.count(total) })}
        table={ordersCsv(rows, { t, pick, format })}
        exported={exported}
      >
        <Answered query={query} height={480} empty={(data) => data.pages[0]?.nodes.length === 0}>
          {() => <OrderTable orders={rows} />}
        </Answered>
        {query.hasNextPage ? (
          <Button mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('orders.more')}
          </Button>
        ) : null}
      </Card>
    </>
  );
}
