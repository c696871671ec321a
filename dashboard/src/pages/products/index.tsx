import { useState } from 'react';

import { answerProducts } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useGrain } from '../../filters/use-grain.ts';
import { useYearWindow } from '../../filters/use-windows.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { BarsCard } from '../../metric/cards/BarsCard.tsx';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';
import { useMayDrill } from '../../metric/Drill.tsx';
import { KpiGrid } from '../../metric/KpiGrid.tsx';
import { Segment } from '../../shell/Segment.tsx';
import { MerchantsCard, UncertifiedCard } from './MerchantsCard.tsx';
import { headline, useProducts } from './use-products.ts';

export default function ProductsPage() {
  const { totals, history, year } = useProducts();
  const { lang } = useText();
  const may = useMayDrill();
  const answer = totals.data ? answerProducts({ totals: totals.data, year }, lang) : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerRoom />}
      <KpiGrid metrics={headline} totals={totals} history={history.data} />
      <CardRow>
        <FaultsCard />
      </CardRow>
      <CardRow shape="equal">
        <ByProductCard by="CATEGORY" />
        <ByProductCard by="PRODUCT" />
      </CardRow>
      <CardRow>
        <MerchantsCard />
      </CardRow>
      <CardRow shape="equal">
        <InformationCard />
        <CardStack>
          <SanctionsCard />
          {may ? <UncertifiedCard /> : null}
        </CardStack>
      </CardRow>
    </>
  );
}

function FaultsCard() {
  const { t } = useText();
  const grain = useGrain('MONTH');
  return (
    <TrendCard
      title={t('products.faults', { grain: t(`overview.by${grain}`) })}
      sub={t('products.faultsSub')}
      file="faults"
      grain={grain}
      fromZero
      denominator={t('products.lineBars', { grain: t(`overview.a${grain}`) })}
      lines={[
        { metric: 'NOT_AS_DESCRIBED_RATE', label: t('products.undescribed') },
        { metric: 'DEFECT_RATE', label: t('products.defect'), band: false },
      ]}
    />
  );
}

const measured = ['NOT_AS_DESCRIBED_RATE', 'DEFECT_RATE', 'PRODUCT_RETURN_RATE'] as const;
type Measured = (typeof measured)[number];

function ByProductCard({ by }: { by: 'CATEGORY' | 'PRODUCT' }) {
  const [shown, setShown] = useState<Measured>('NOT_AS_DESCRIBED_RATE');
  const { t } = useText();
  const format = useFormat();
  const year = useYearWindow();
  const names = {
    NOT_AS_DESCRIBED_RATE: t('products.undescribed'),
    DEFECT_RATE: t('products.defect'),
    PRODUCT_RETURN_RATE: t('products.returned'),
  };
  return (
    <LeagueCard
      {...(by === 'PRODUCT' ? { id: 'described' } : {})}
      title={t(`products.by${by}`, { what: names[shown] })}
      sub={t(`products.by${by}Sub`, { days: format.dayRange(year.from, year.to, true) })}
      file={`faults-by-${by.toLowerCase()}`}
      metric={shown}
      by={by}
      period={year}
      limit={12}
      fromZero
      control={
        <Segment<Measured>
          label={t('products.measure')}
          value={shown}
          options={measured.map((value) => ({ value, text: names[value], title: names[value] }))}
          onChange={setShown}
        />
      }
    />
  );
}

function InformationCard() {
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <LeagueCard
      title={t('products.information')}
      sub={t('products.informationSub', { day: format.day(period.to) })}
      file="information-by-category"
      metric="INFORMATION_COMPLETENESS"
      by="CATEGORY"
    />
  );
}

function SanctionsCard() {
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <BarsCard
      title={t('products.violations')}
      sub={t('products.violationsSub', { days: format.dayRange(period.from, period.to) })}
      file="sanctions"
      metric="SANCTIONS"
      by="VIOLATION"
      heads={{
        label: t('products.violation'),
        value: t('products.sanctions'),
        share: t('membership.share'),
        cumulative: t('membership.cumulative'),
      }}
      unnamed={t('products.unnamed')}
    />
  );
}
