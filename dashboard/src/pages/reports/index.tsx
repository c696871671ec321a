import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { request } from '../../api/graphql.ts';
import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Actions } from './Actions.tsx';
import classes from './index.module.css';
import { reportsQuery, type Report } from './queries.ts';
import { ReportDialog } from './ReportDialog.tsx';
import type { ReportsSearch } from './search.ts';

const LOOK_MS = 15_000;
const columns = ['name', 'page', 'when', 'recipients', 'next', 'last', 'state'] as const;

/** What is sent to whom and when, and what went wrong with it. */
export default function ReportsPage() {
  const { t } = useText();
  const { page }: ReportsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const cells = useCells();
  const [edited, setEdited] = useState<Report | 'new' | null>(null);
  const query = useQuery({
    queryKey: ['reports'],
    queryFn: async ({ signal }) => (await request(reportsQuery, {}, signal)).reports,
    refetchInterval: LOOK_MS,
  });
  const close = () => {
    setEdited(null);
    if (page !== undefined) void navigate({ to: '.', search: (now) => ({ ...now, page: undefined }), replace: true });
  };
  return (
    <>
      <Heading reports={query.data} error={query.error} />
      <Card
        title={t('reports.title')}
        actions={
          <button type="button" onClick={() => setEdited('new')}>
            {t('reports.add')}
          </button>
        }
      >
        <Answered query={query} height={240}>
          {(reports) => (
            <Rows
              columns={[...columns.map((name) => ({ label: t(`reports.${name}`) })), { label: '' }]}
              rows={reports.map((report) => ({
                key: report.id,
                cells: [...cells(report), <Actions key="actions" report={report} onEdit={() => setEdited(report)} />],
              }))}
              empty={t('reports.empty')}
            />
          )}
        </Answered>
      </Card>
      {edited !== null || page !== undefined ? (
        <ReportDialog report={edited === 'new' ? null : edited} page={page} onClose={close} />
      ) : null}
    </>
  );
}

function Heading({ reports, error }: { reports: readonly Report[] | undefined; error: unknown }) {
  const { t } = useText();
  const format = useFormat();
  const total = reports?.length;
  const failing = reports?.filter(({ problem }) => problem !== null).length ?? 0;
  const lead =
    total === 0
      ? t('reports.leadNone')
      : total === 1
        ? t('reports.leadOne')
        : t('reports.lead', { n: format.count(total) });
  const rest = failing > 0 ? t('reports.leadTrouble', { n: format.count(failing) }) : t('reports.rest');
  return <RowsHeading lead={total === undefined ? undefined : lead} rest={rest} error={error} />;
}

function useCells() {
  const { t } = useText();
  const format = useFormat();
  return (report: Report) => {
    const ended = report.recipients.filter(({ unsubscribedAt }) => unsubscribedAt).length;
    return [
      <span key="name" className={classes.cell}>
        <b>{report.name}</b>
        {report.mine ? null : <small>{report.owner}</small>}
      </span>,
      <a key="page" className={classes.page} href={report.page} title={report.page}>
        {report.page}
      </a>,
      <span key="when" className={classes.cell}>
        <code>{report.cron}</code>
        <small>{report.zone}</small>
      </span>,
      <span key="to" className={classes.cell}>
        {report.recipients.flatMap(({ address, unsubscribedAt }) => (unsubscribedAt ? [] : [address])).join(', ')}
        {ended > 0 ? <small>{t('reports.ended', { n: format.count(ended) })}</small> : null}
      </span>,
      report.pausedAt ? '' : format.dateTime(report.nextAt, report.zone),
      report.lastSentAt ? format.dateTime(report.lastSentAt, report.zone) : t('reports.never'),
      <span key="state" className={classes.cell} data-trouble={report.problem !== null}>
        {t(report.pausedAt ? 'reports.paused' : 'reports.on')}
        {report.problem === null ? null : <small>{report.problem}</small>}
      </span>,
    ];
  };
}
