import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Told } from '../../card/Told.tsx';
import type { ReportChange } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { changeReportMutation, type Report } from './queries.ts';

/** What can be done with a report; only its owner changes what it says. */
export function Actions({ report, onEdit }: { report: Report; onEdit(): void }) {
  const { t } = useText();
  const change = useOperation(
    async (what: ReportChange) => (await request(changeReportMutation, { id: report.id, change: what })).changeReport,
  );
  const sent = change.done !== undefined;
  return (
    <span className={classes.actions}>
      {report.mine ? (
        <button type="button" onClick={onEdit}>
          {t('reports.edit')}
        </button>
      ) : null}
      <button type="button" disabled={change.busy} onClick={() => change.run(report.pausedAt ? 'RESUME' : 'PAUSE')}>
        {t(report.pausedAt ? 'reports.resume' : 'reports.pause')}
      </button>
      <button type="button" disabled={change.busy} onClick={() => change.run('SEND')}>
        {t(sent ? 'reports.sending' : 'reports.sendNow')}
      </button>
      <button type="button" disabled={change.busy} onClick={() => change.run('DELETE')}>
        {t('reports.remove')}
      </button>
      <Told operation={change} />
    </span>
  );
}
