import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Pill } from '../../card/Pill.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { stateTones } from '../../run/state.ts';
import type { RunDetail } from './index.tsx';

export function FactsCard({ run, trigger }: { run: RunDetail; trigger: string }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const facts: [string, ReactNode][] = [
    [
      t('health.source'),
      <Link key="source" to="/runs" search={{ source: run.source }}>
        {run.source}
      </Link>,
    ],
    [
      t('health.state'),
      <Pill key="state" tone={stateTones[run.state]}>
        {t(`health.state${run.state}`)}
      </Pill>,
    ],
    [t('runs.trigger'), trigger],
    [t('runs.window'), run.window ? format.dateTime(run.window, shop.zone) : null],
    [t('runs.began'), format.dateTime(run.startedAt, shop.zone)],
    [t('runs.took'), run.durationSeconds == null ? t('runs.soFar') : format.duration(run.durationSeconds)],
    [t('runs.version'), run.dataVersion ?? t('runs.noVersion')],
  ];
  return (
    <Card title={t('runs.facts')}>
      <Facts facts={facts} />
    </Card>
  );
}
