import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import {
  figureColumn,
  IntervalLeague,
  textColumn,
  type ChartTable,
  type LeagueRow,
  type Tone,
} from '../../charts/index.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Driver, DriversState, Found } from './use-drivers.ts';

const SHARE = { unit: 'PERCENT', decimals: 1 } as const;
const tones: Record<Driver['verdict'], Tone> = { STANDS_OUT: 'now', SHARED: 'then', CANNOT_TELL: 'then' };
type Words = ReturnType<typeof useText>['t'];

/** Every factor with its part of what can be explained; those that chance may have made are hollow. */
export function WeightsCard({
  query,
  chosen,
  onFactor,
}: {
  query: DriversState;
  chosen: string | undefined;
  onFactor: (factor: string) => void;
}) {
  const { t, lang } = useText();
  const format = useFormat();
  const found = query.data;
  const rows = (drivers: readonly Driver[]): LeagueRow[] =>
    drivers.map(({ factor, label, weight, weightInterval, verdict, lever }) => ({
      key: factor,
      label: label[lang],
      note: `${t(`drivers.verdict${verdict}`)}${lever ? '' : ` · ${t('drivers.context')}`}`,
      value: weight,
      interval: weightInterval,
      sample: found?.orders ?? 0,
      tooFew: verdict === 'CANNOT_TELL',
      tone: tones[verdict],
      faded: chosen !== undefined && chosen !== factor,
    }));
  return (
    <Card
      title={t('drivers.weights')}
      sub={found ? subOf(found, t, format) : undefined}
      table={found && found.drivers.length > 0 ? tableOf(found, lang, t, format) : undefined}
      file="drivers"
      note={t('drivers.weightsNote')}
    >
      <Answered query={query} height={560} empty={({ drivers }) => drivers.length === 0}>
        {({ drivers }) => (
          <IntervalLeague
            title={t('drivers.weights')}
            measure={SHARE}
            rows={rows(drivers)}
            fromZero
            labelWidth={210}
            onRow={onFactor}
          />
        )}
      </Answered>
    </Card>
  );
}

function subOf(
  { orders, hits, share, sampled, population, explained, period }: Found,
  t: Words,
  format: Formatter,
): string {
  const days = format.dayRange(period.from, period.to, true);
  const base = t('drivers.weightsSub', {
    days,
    orders: format.count(orders),
    hits: format.count(hits),
    share: format.share(share),
    explained: format.share(explained),
  });
  return sampled < 1
    ? `${base} ${t('drivers.sampled', { part: format.share(sampled), population: format.count(population) })}`
    : base;
}

function tableOf({ drivers }: Found, lang: 'en' | 'zh', t: Words, format: Formatter): ChartTable {
  const figures = ['weight', 'low', 'high', 'effect', 'effectLow', 'effectHigh', 'known'] as const;
  return {
    columns: [
      textColumn(t('drivers.factor')),
      ...figures.map((name) => figureColumn(t(`drivers.${name}`))),
      textColumn(t('drivers.verdict')),
    ],
    rows: drivers.map(({ label, weight, weightInterval, effect, effectInterval, known, verdict }) => {
      const raw = [
        weight,
        weightInterval.low,
        weightInterval.high,
        effect ?? null,
        effectInterval?.low ?? null,
        effectInterval?.high ?? null,
        known,
      ];
      const said = t(`drivers.verdict${verdict}`);
      const cells = raw.map((value, at) =>
        value === null ? '' : at > 2 && at < 6 ? format.change(value, SHARE) : format.share(value),
      );
      return { cells: [label[lang], ...cells, said], raw: [label[lang], ...raw, said] };
    }),
  };
}
