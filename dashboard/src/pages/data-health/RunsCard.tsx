import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { stateTones } from '../../run/state.ts';
import classes from './Loads.module.css';
import type { Run } from '../../run/run.ts';

const SHOWN = 8;

/** The last runs, each with a page of its own. */
export function RunsCard({ runs }: { runs: readonly Run[] }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('health.started') },
    { label: t('health.source') },
    { label: t('health.state') },
    { label: t('health.took'), right: true },
    { label: t('health.read'), right: true },
    { label: t('health.quarantined'), right: true },
  ];
  const rows = runs.slice(0, SHOWN).map((run) => ({
    key: run.id,
    cells: [
      <Link key="open" to="/runs/$id" params={{ id: run.id }} className={classes.way}>
        {format.dateTime(run.startedAt, shop.zone)}
      </Link>,
      run.source,
      <Pill key="state" tone={stateTones[run.state]} title={run.errorMessage ?? undefined}>
        {t(`health.state${run.state}`)}
      </Pill>,
      run.durationSeconds === null || run.durationSeconds === undefined ? '–' : format.duration(run.durationSeconds),
      format.count(run.totals.read),
      format.count(run.totals.quarantined),
    ],
  }));
  return (
    <Card title={t('health.runs')} sub={t('health.runsSub')} actions={<Link to="/runs">{t('loads.allRuns')}</Link>}>
      <Rows columns={columns} rows={rows} empty={t('health.runsNone')} />
    </Card>
  );
}
