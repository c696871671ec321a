import { Button, Skeleton } from '@mantine/core';

import { isForbidden } from '../../api/graphql.ts';
import { Answer } from '../../card/Answer.tsx';
import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import type { MetricPart } from '../../gql/graphql.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Chips } from './Chips.tsx';
import { OrderTable } from './OrderTable.tsx';
import { ordersCsv } from './orders-csv.ts';
import { useOrders } from './use-orders.ts';

export default function OrdersPage() {
  const { search, days, query } = useOrders();
  const { t, pick } = useText();
  const { definitions } = useShop();
  const format = useFormat();
  const total = query.data?.pages[0]?.totalCount;
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const definition = search.behind ? definitions.get(search.behind) : undefined;
  const lead = total === undefined ? undefined : leadText(total, definition, search.part, { t, pick, format });
  const rest = search.oddity
    ? t(`orders.oddity${search.oddity}`)
    : [format.dayRange(days.from, days.to), definition ? pick(definition.title) : ''].filter(Boolean).join(' · ');
  return (
    <>
      <Heading lead={lead} rest={rest} error={query.error} />
      <Chips search={search} />
      <Card
        title={t('shell.orders')}
        sub={t('orders.sub', { n: format.count(rows.length), total: format.count(total) })}
        table={ordersCsv(rows, { t, pick, format })}
        file="orders"
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

/** A refusal is the answer too: no "loading" that never ends. */
function Heading({ lead, rest, error }: { lead: string | undefined; rest: string; error: unknown }) {
  const { t } = useText();
  if (lead !== undefined) return <Answer lead={lead} rest={rest} />;
  if (error) return <Answer lead={t(isForbidden(error) ? 'card.forbidden' : 'card.failed')} rest={rest} />;
  return <Skeleton height={66} mt={22} mb={18} />;
}

interface Words extends Pick<ReturnType<typeof useText>, 't' | 'pick'> {
  format: Formatter;
}

/** How many rows, in the metric's own words; those that are counted and did not make it, as what they are. */
function leadText(
  total: number,
  definition: Definition | undefined,
  part: MetricPart | undefined,
  { t, pick, format }: Words,
): string {
  const n = format.count(total);
  if (!definition) return t('orders.lead', { n, what: t('orders.plain') });
  const counted = pick(definition.numerator);
  if (!definition.denominator || part === 'NUMERATOR') return t('orders.lead', { n, what: counted });
  const whole = pick(definition.denominator);
  if (part !== 'REMAINDER') return t('orders.lead', { n, what: whole });
  return t(definition.polarity === 'HIGHER_IS_BETTER' ? 'orders.leadMissed' : 'orders.leadOthers', {
    n,
    whole,
    part: counted,
  });
}
