import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { stateTones } from '../../run/state.ts';
import classes from './RunsCard.module.css';
import type { Run } from '../../run/run.ts';

/** The last runs; choosing one draws it above. */
export function RunsCard({
  runs,
  chosen,
  onChoose,
}: {
  runs: readonly Run[];
  chosen: string | undefined;
  onChoose(id: string): void;
}) {
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
  const rows = runs.map((run) => ({
    key: run.id,
    cells: [
      <button
        key="open"
        type="button"
        className={classes.open}
        aria-pressed={run.id === chosen}
        onClick={() => onChoose(run.id)}
      >
        {format.dateTime(run.startedAt, shop.zone)}
      </button>,
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
    <Card title={t('health.runs')} sub={t('health.runsSub')}>
      <Rows columns={columns} rows={rows} empty={t('health.runsNone')} />
    </Card>
  );
}
