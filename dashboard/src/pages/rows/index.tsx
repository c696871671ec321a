import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { Card } from '../../card/Card.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { MetricRowsInput } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { partText } from '../../metric/part-text.ts';
import { RowsChips } from '../../metric/RowsChips.tsx';
import type { RowsSearch } from '../../metric/rows-search.ts';
import { useRowPages, useRowsFilter } from '../../metric/use-rows.ts';
import { metricRowsQuery } from './queries.ts';
import { RowTable } from './RowTable.tsx';

/** The rows behind any figure, whatever they are rows of, with what each adds to it. */
export default function RowsPage() {
  const search: RowsSearch = useSearch({ strict: false });
  const { days, behind = nothing } = useRowsFilter(search);
  const { t, pick } = useText();
  const { definitions } = useShop();
  const format = useFormat();
  const navigate = useNavigate();
  const query = useRowPages(
    ['metric-rows', behind],
    async (page, signal) => (await request(metricRowsQuery, { ...page, behind }, signal)).metricRows,
  );
  const definition = definitions.get(behind.metric);
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const n = format.count(query.data?.pages[0]?.totalCount);
  const rest = definition ? partText(definition, search.part, { t, pick }) : '';
  return (
    <>
      <RowsHeading
        lead={query.data ? t('guide.rowsLead', { n, metric: definition ? pick(definition.title) : '' }) : undefined}
        rest={`${rest} · ${format.dayRange(days.from, days.to)}`}
        error={query.error}
      />
      <RowsChips search={search} onChange={(next) => void navigate({ to: '/rows', search: { ...search, ...next } })} />
      <Card
        title={t('guide.rows')}
        sub={t('cases.sub', { n: format.count(rows.length), total: n })}
        exported={{ document: metricRowsQuery, variables: { first: 100, behind }, file: behind.metric.toLowerCase() }}
      >
        <Answered query={query} height={480} empty={(data) => data.pages[0]?.nodes.length === 0}>
          {() => <RowTable rows={rows} />}
        </Answered>
        {query.hasNextPage ? (
          <Button mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('cases.more')}
          </Button>
        ) : null}
      </Card>
    </>
  );
}

/** An address that names no figure lists the orders of the period. */
const nothing: MetricRowsInput = {
  metric: 'ORDERS',
  part: 'NUMERATOR',
  period: { from: '2000-01-01', to: '2000-01-01' },
};
