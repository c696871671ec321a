import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { toneOf, wordOf } from './tone.ts';
import type { Study } from './use-initiatives.ts';
import { useLedgerTable } from './tables.ts';

interface LedgerCardProps {
  studies: readonly Study[];
  opened: Study | undefined;
  /** Absent: the reader may not write. */
  onNew: (() => void) | undefined;
}

/** Every claim with its verdict; one is opened below. */
export function LedgerCard({ studies, opened, onNew }: LedgerCardProps) {
  const { t, pick } = useText();
  const format = useFormat();
  const table = useLedgerTable(studies);
  const rows = studies.map((study) => {
    const { initiative, metric, horizons } = study;
    const [whole] = horizons;
    return {
      key: `${initiative.shop} ${initiative.code}`,
      cells: [
        <span key="name" className={classes.name}>
          <Link
            to="/initiatives"
            search={{ initiative: initiative.code }}
            aria-current={study === opened ? 'true' : undefined}
            resetScroll={false}
          >
            {pick(initiative.label)}
          </Link>
          {initiative.claim ? <small>{pick(initiative.claim)}</small> : null}
        </span>,
        <Pill key="verdict" tone={toneOf(study)}>
          {t(`initiatives.verdicts.${wordOf(study)}`)}
        </Pill>,
        <span key="effect" className={classes.figure}>
          {whole?.effect != null && metric ? format.change(whole.effect, metric) : format.noValue()}
          {whole?.interval && metric ? (
            <small>
              {t('initiatives.to', {
                low: format.change(whole.interval.low, metric),
                high: format.change(whole.interval.high, metric),
              })}
            </small>
          ) : null}
        </span>,
        metric ? pick(metric.title) : (initiative.metric ?? format.noValue()),
        format.day(initiative.startsOn),
        initiative.cost ? format.money(initiative.cost) : format.noValue(),
      ],
    };
  });
  return (
    <Card
      title={t('initiatives.ledger')}
      sub={t('initiatives.ledgerSub')}
      table={table}
      file="initiatives"
      actions={
        onNew ? (
          <button type="button" onClick={onNew}>
            {t('initiatives.new')}
          </button>
        ) : null
      }
    >
      <Rows
        columns={[
          { label: t('initiatives.programme') },
          { label: t('initiatives.verdict') },
          { label: t('initiatives.effect'), right: true },
          { label: t('initiatives.metric') },
          { label: t('initiatives.since') },
          { label: t('initiatives.cost'), right: true },
        ]}
        rows={rows}
        empty={t('initiatives.none')}
      />
    </Card>
  );
}
