import { CardRow } from '../../card/CardRow.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useGrain } from '../../filters/use-grain.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { HeatCard } from '../../metric/cards/HeatCard.tsx';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';

/** What is said of the shop in public; a mention belongs to no region. */
export function MentionCards() {
  const { t } = useText();
  const { period, regions } = useFilters();
  const format = useFormat();
  const everywhere = regions.length > 0 ? t('voice.everywhere') : undefined;
  return (
    <>
      <CardRow>
        <ToneCard note={everywhere} />
      </CardRow>
      <CardRow shape="equal">
        <HeatCard
          title={t('voice.mentions')}
          sub={t('voice.mentionsSub')}
          file="mentions-by-platform"
          metric="MENTIONS"
          rows="PLATFORM"
          rowHead={t('voice.platform')}
          noteHead="n"
        />
        <LeagueCard
          title={t('voice.negativeBy')}
          sub={t('voice.negativeBySub', { days: format.dayRange(period.from, period.to) })}
          note={everywhere}
          file="negative-by-platform"
          metric="MENTION_NEGATIVE_SHARE"
          by="PLATFORM"
          beside={{ metric: 'MENTION_RESPONSE_HOURS_P50', label: t('voice.respondedIn') }}
        />
      </CardRow>
    </>
  );
}

function ToneCard({ note }: { note: string | undefined }) {
  const { t } = useText();
  const grain = useGrain('MONTH');
  return (
    <TrendCard
      title={t('voice.tone', { grain: t(`overview.by${grain}`) })}
      sub={t('voice.toneSub')}
      note={note}
      file="tone-of-mentions"
      grain={grain}
      fromZero
      denominator={t('voice.mentionBars', { grain: t(`overview.a${grain}`) })}
      lines={[
        { metric: 'MENTION_NEGATIVE_SHARE', label: t('voice.negative'), tone: 'bad' },
        { metric: 'MENTION_POSITIVE_SHARE', label: t('voice.positiveTone'), tone: 'good', band: false },
      ]}
    />
  );
}
