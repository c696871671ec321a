import { Button } from '@mantine/core';

import { Card } from '../../card/Card.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { CaseTable } from '../../case/CaseTable.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { partText } from '../../metric/part-text.ts';
import { casesCsv } from './cases-csv.ts';
import { Chips } from './Chips.tsx';
import { useCases } from './use-cases.ts';

export default function CasesPage() {
  const { search, days, query, exported } = useCases();
  const { t, pick } = useText();
  const { definitions, asOf, shop } = useShop();
  const format = useFormat();
  const total = query.data?.pages[0]?.totalCount;
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const definition = search.behind ? definitions.get(search.behind) : undefined;
  const n = format.count(total);
  const range = format.dayRange(days.from, days.to);
  const rest = definition
    ? `${partText(definition, search.part, { t, pick })} · ${range}`
    : search.state
      ? t('cases.stateAsOf', { day: format.day(asOf) })
      : `${t('cases.plain')} · ${range}`;
  const lead = definition
    ? t('cases.leadBehind', { n, metric: pick(definition.title) })
    : t(search.state === 'overdue' ? 'cases.leadOverdue' : search.state === 'open' ? 'cases.leadOpen' : 'cases.lead', {
        n,
      });
  return (
    <>
      <RowsHeading lead={total === undefined ? undefined : lead} rest={rest} error={query.error} />
      <Chips search={search} />
      <Card
        title={t('shell.cases')}
        sub={t('cases.sub', { n: format.count(rows.length), total: n })}
        table={casesCsv(rows, { t, pick, format, zone: shop.zone })}
        exported={exported}
      >
        <Answered query={query} height={480} empty={(data) => data.pages[0]?.nodes.length === 0}>
          {() => <CaseTable cases={rows} />}
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
