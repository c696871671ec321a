import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, leagueTable, type LeagueProps } from '../../charts/index.ts';
import classes from '../../estimate/Estimate.module.css';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { CustomerValueState, Found } from './use-customer-value.ts';

const few = (value: number): string => value.toFixed(2);

/** Whether those who came often before came as often as the model says. */
export function FrequencyCard({ query }: { query: CustomerValueState }) {
  const { t } = useText();
  const format = useFormat();
  const columns = [
    { label: t('customerValue.repeats') },
    { label: t('customerValue.customers'), right: true },
    { label: t('customerValue.came'), right: true },
    { label: t('customerValue.foretold'), right: true },
  ];
  const rowOf = (row: NonNullable<Found['check']>['byFrequency'][number]) => ({
    key: String(row.repeats),
    cells: [
      row.andMore ? t('customerValue.andMore', { n: row.repeats }) : format.count(row.repeats),
      format.count(row.customers),
      <span key="came" className={classes.estimate}>
        {few(row.actual)}
        {row.interval ? (
          <small>
            {few(row.interval.low)} – {few(row.interval.high)}
          </small>
        ) : null}
      </span>,
      few(row.expected),
    ],
  });
  const days = query.data?.check?.days;
  return (
    <Card
      title={t('customerValue.frequency')}
      sub={t('customerValue.frequencySub', { n: days === undefined ? '' : format.count(days) })}
    >
      <Answered query={query} height={240} empty={(found) => !found.check}>
        {(found) => <Rows columns={columns} rows={found.check?.byFrequency.map(rowOf) ?? []} />}
      </Answered>
    </Card>
  );
}

/** Observed, without any model: who fell silent, and who of them came back. */
export function LapsesCard({ query }: { query: CustomerValueState }) {
  const { t, pick } = useText();
  const format = useFormat();
  const propsOf = (lapses: Found['lapses']): LeagueProps => {
    const all = lapses.find(({ failure }) => failure.code === 'all');
    return {
      title: t('customerValue.lapses'),
      measure: { unit: 'PERCENT', decimals: 1 },
      rows: lapses
        .filter(({ failure }) => failure.code !== 'all')
        .map(({ failure, lapsed, share, interval }) => ({
          key: failure.code,
          label: pick(failure.label),
          note: `n ${format.count(lapsed)}`,
          value: share,
          interval: interval ?? null,
          sample: lapsed,
          tooFew: lapsed < 30,
        })),
      fromZero: true,
      higherIsBetter: true,
      reference: all ? { value: all.share, label: t('customerValue.all') } : null,
    };
  };
  return (
    <Card
      title={t('customerValue.lapses')}
      sub={t('customerValue.lapsesSub')}
      table={query.data ? leagueTable(propsOf(query.data.lapses), format) : undefined}
      file="won-back"
      note={t('customerValue.lapsesNote')}
    >
      <Answered query={query} height={260} empty={({ lapses }) => lapses.length === 0}>
        {({ lapses }) => <IntervalLeague {...propsOf(lapses)} />}
      </Answered>
    </Card>
  );
}
