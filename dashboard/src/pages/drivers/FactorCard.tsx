import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, leagueTable, type LeagueProps } from '../../charts/index.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Driver, DriversState, Found } from './use-drivers.ts';

const SHARE = { unit: 'PERCENT', decimals: 1 } as const;
type Words = ReturnType<typeof useText>['t'];

/** One factor: how often the outcome came at each of its levels, and what is left of that with the others equal. */
export function FactorCard({ query, factor }: { query: DriversState; factor: string | undefined }) {
  const { t, lang } = useText();
  const format = useFormat();
  const found = query.data;
  const driver = chosenOf(found, factor);
  const league = found && driver ? leagueOf(found, driver, t, format) : undefined;
  return (
    <Card
      title={driver ? driver.label[lang] : t('drivers.factor')}
      sub={found && driver ? t('drivers.levelsSub', { outcome: found.title[lang] }) : undefined}
      table={league ? leagueTable(league, format) : undefined}
      file={`driver-${(driver?.factor ?? 'none').toLowerCase()}`}
      note={t('drivers.association')}
    >
      <Answered query={query} height={420} empty={() => !driver}>
        {() =>
          league && driver ? (
            <>
              <IntervalLeague {...league} />
              <Facts facts={factsOf(driver, lang, t, format)} />
            </>
          ) : null
        }
      </Answered>
    </Card>
  );
}

const chosenOf = (found: Found | undefined, factor: string | undefined): Driver | undefined =>
  found?.drivers.find((driver) => driver.factor === factor) ??
  found?.drivers.find(({ lever }) => lever) ??
  found?.drivers[0];

const leagueOf = ({ title, share }: Found, { levels, label }: Driver, t: Words, format: Formatter): LeagueProps => ({
  title: `${label[format.lang]}: ${title[format.lang]}`,
  measure: SHARE,
  higherIsBetter: false,
  fromZero: true,
  labelWidth: 150,
  reference: share == null ? null : { value: share, label: t('drivers.all') },
  rows: levels.map((level) => ({
    key: level.label.en,
    label: level.label[format.lang],
    note: t('drivers.ofOrders', { n: format.count(level.orders) }),
    value: level.share ?? null,
    interval: level.interval ?? null,
    sample: level.orders,
  })),
});

function factsOf(
  { effect, effectInterval, step, known, applies, alongWith, verdict }: Driver,
  lang: 'en' | 'zh',
  t: Words,
  format: Formatter,
) {
  const ends =
    effectInterval && `${format.change(effectInterval.low, SHARE)} … ${format.change(effectInterval.high, SHARE)}`;
  const along = alongWith.map(({ label, correlation }) => `${label[lang]} (r ${correlation.toFixed(2)})`);
  return [
    [t('drivers.reading'), t(`drivers.reading${verdict}`)],
    [
      step ? t('drivers.effectOf', { step: step[lang] }) : t('drivers.effectYes'),
      effect == null ? null : `${format.change(effect, SHARE)} (${ends})`,
    ],
    [t('drivers.appliesTo'), applies ? applies[lang] : null],
    [t('drivers.known'), format.share(known)],
    [t('drivers.along'), along.length > 0 ? along.join(t('drivers.comma')) : null],
  ] as const;
}
