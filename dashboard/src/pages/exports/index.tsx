import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useOperation, type UserError } from '../../api/use-operation.ts';
import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { Told } from '../../card/Told.tsx';
import { cancelExportMutation, exportsQuery, repeatExportMutation } from '../../export/queries.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { ExportLineFragment } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useRowPages } from '../../metric/use-rows.ts';
import classes from './index.module.css';

const LOOK_MS = 2000;
const columns = ['file', 'state', 'rows', 'size', 'started', 'expires'] as const;

/** What somebody has exported, and what can still be fetched of it. */
export default function ExportsPage() {
  const { t } = useText();
  const format = useFormat();
  const cells = useCells();
  const query = useRowPages(
    ['exports'],
    async (page, signal) => (await request(exportsQuery, page, signal)).exports,
    LOOK_MS,
  );
  const total = query.data?.pages[0]?.totalCount;
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const lead =
    total === 0
      ? t('export.leadNone')
      : total === 1
        ? t('export.leadOne')
        : t('export.lead', { n: format.count(total) });
  return (
    <>
      <RowsHeading lead={total === undefined ? undefined : lead} rest={t('export.rest')} error={query.error} />
      <Card title={t('export.all')}>
        <Answered query={query} height={320}>
          {() => (
            <Rows
              columns={[
                ...columns.map((name) => ({ label: t(`export.${name}`), right: name === 'rows' || name === 'size' })),
                { label: '' },
              ]}
              rows={rows.map((row) => ({ key: row.id, cells: cells(row) }))}
              empty={t('export.empty')}
            />
          )}
        </Answered>
        {query.hasNextPage ? (
          <Button mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('export.more')}
          </Button>
        ) : null}
      </Card>
    </>
  );
}

function useCells() {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (row: ExportLineFragment) => [
    <span key="file" className={classes.file}>
      {row.fileName}
    </span>,
    <span key="state" className={classes.state}>
      {t(`export.state${row.state}`)}
      {row.error ? <small>{pick(row.error.text)}</small> : null}
    </span>,
    format.count(row.rows),
    format.bytes(row.bytes),
    format.dateTime(row.startedAt, shop.zone),
    row.state === 'DONE' ? format.dateTime(row.expiresAt, shop.zone) : '',
    <Next key="next" row={row} />,
  ];
}

/** Nothing was typed here, so no refusal belongs to a field. */
const outcomeOf = ({ userErrors }: { userErrors: readonly Omit<UserError, 'field'>[] }) => ({
  userErrors: userErrors.map((error) => ({ ...error, field: null })),
});

/** What can be done with it now: one thing at a time. */
function Next({ row }: { row: ExportLineFragment }) {
  const { t } = useText();
  const client = useQueryClient();
  const running = row.state === 'RUNNING';
  const id = { id: row.id };
  const change = useOperation(
    async (calledOff: boolean) =>
      outcomeOf(
        calledOff
          ? (await request(cancelExportMutation, id)).cancelExport
          : (await request(repeatExportMutation, id)).repeatExport,
      ),
    { reads: true, onDone: () => void client.invalidateQueries({ queryKey: ['exports'] }) },
  );
  if (row.downloadUrl)
    return (
      <a className={classes.next} href={row.downloadUrl} download>
        {t('export.download')}
      </a>
    );
  return (
    <>
      <button type="button" className={classes.next} disabled={change.busy} onClick={() => change.run(running)}>
        {t(running ? 'export.cancel' : 'export.again')}
      </button>
      <Told operation={change} />
    </>
  );
}
