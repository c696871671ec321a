import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, leagueTable, type LeagueProps, type Tone } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useRuleMerchants, type Figure, type Standing } from './use-rules.ts';
import { headroomText, measureOf } from './words.ts';

const tones: Partial<Record<Figure['status'], Tone>> = { BROKEN: 'bad', AT_RISK: 'warn', KEPT: 'good' };

interface MerchantsCardProps {
  ruleSet: string;
  standing: Standing;
  chosen: string | undefined;
  onMerchant: (merchant: string) => void;
}

/** Merchants under the rule that is looked at: the broken first, then those with the least room. */
export function MerchantsCard({ ruleSet, standing, chosen, onMerchant }: MerchantsCardProps) {
  const { t, pick } = useText();
  const format = useFormat();
  const { rule } = standing;
  const query = useRuleMerchants(ruleSet, rule.code);
  const league: LeagueProps = {
    title: t('rules.merchants'),
    measure: measureOf(rule),
    fromZero: rule.counts !== 'SCORES' && rule.target.bound < 0.5,
    labelWidth: 190,
    reference: { value: rule.target.bound, label: t('rules.bound') },
    rows: (query.data ?? []).map(({ merchant, title, figure }) => ({
      key: merchant,
      label: title ?? merchant,
      note: headroomText({ rule, figure }, t, format),
      value: figure.value ?? null,
      interval: figure.interval ?? null,
      sample: figure.denominator,
      tooFew: figure.status === 'TOO_FEW',
      tone: tones[figure.status] ?? 'then',
      faded: chosen !== undefined && chosen !== merchant,
    })),
    onRow: onMerchant,
  };
  return (
    <Card
      title={t('rules.merchants')}
      sub={t('rules.merchantsSub', { rule: pick(rule.title) })}
      table={league.rows.length > 0 ? leagueTable(league, format) : undefined}
      file={`${rule.code}-merchants`}
    >
      <Answered query={query} height={420} empty={(found) => found.length === 0}>
        {() => <IntervalLeague {...league} />}
      </Answered>
    </Card>
  );
}
