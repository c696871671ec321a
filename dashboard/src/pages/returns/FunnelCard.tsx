import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Funnel, funnelTable, type FunnelProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useReturnSteps } from './use-returns.ts';

/** Requested, granted, sent back, received, money: how many came this far and how long it took. */
export function FunnelCard() {
  const widen = useWiden();
  const query = useReturnSteps();
  const { t, pick } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const props: FunnelProps | undefined = query.data && {
    title: t('returns.funnel'),
    rows: query.data.map((step) => ({
      key: step.step.code,
      label: pick(step.step.label),
      count: step.count,
      share: step.share ?? null,
      medianSeconds: step.medianSeconds ?? null,
      p90Seconds: step.p90Seconds ?? null,
    })),
    within: {
      half: (duration) => t('returns.halfWithin', { duration }),
      most: (duration) => t('returns.mostWithin', { duration }),
    },
    heads: {
      step: t('returns.step'),
      count: t('returns.count'),
      share: t('returns.share'),
      median: t('returns.half'),
      most: t('returns.most'),
    },
  };
  return (
    <Card
      title={t('returns.funnel')}
      sub={t('returns.funnelSub', { days: format.dayRange(period.from, period.to) })}
      note={t('returns.funnelNote')}
      table={props ? funnelTable(props, format) : undefined}
      file="return-steps"
    >
      <Answered query={query} height={220} onWiden={widen} empty={(steps) => steps.every((step) => step.count === 0)}>
        {() => (props ? <Funnel {...props} /> : null)}
      </Answered>
    </Card>
  );
}
