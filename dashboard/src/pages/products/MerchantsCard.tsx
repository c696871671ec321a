import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { scorecardRows } from '../../metric/scorecard-rows.ts';
import { Scorecard, scorecardTable } from '../../metric/Scorecard.tsx';
import { scored, useMerchants, useUncertified } from './use-products.ts';

/** Merchants in figures with their intervals; coloured only where they are apart from the whole shop. */
export function MerchantsCard() {
  const widen = useWiden();
  const { cards, whole, period } = useMerchants();
  const { t, lang } = useText();
  const format = useFormat();
  const rows = cards.data ? scorecardRows(scored, cards.data, whole.data) : [];
  return (
    <Card
      id="merchants"
      title={t('products.merchants')}
      sub={t('products.merchantsSub', { days: format.dayRange(period.from, period.to, true) })}
      table={rows.length > 0 ? scorecardTable(rows, t('products.merchant'), format, lang) : undefined}
      file="merchants"
      actions={<MetricActions metric="PROMISE_KEPT_RATE" answer={cards.data} />}
    >
      <Answered query={cards} height={480} onWiden={widen} empty={() => rows.length === 0}>
        {() => <Scorecard rows={rows} rowHead={t('products.merchant')} dimension="MERCHANT" period={period} />}
      </Answered>
    </Card>
  );
}

/** Who sells what needs a certificate without a valid one. */
export function UncertifiedCard() {
  const query = useUncertified();
  const { t } = useText();
  const format = useFormat();
  const columns = [
    { label: t('products.merchant') },
    { label: t('products.admitted') },
    { label: t('products.certificate') },
    { label: t('products.sanctions'), right: true },
  ];
  const rows = (query.data?.nodes ?? []).map((merchant) => {
    const last = merchant.certificates.findLast(({ expiresOn }) => expiresOn);
    return {
      key: merchant.id,
      cells: [
        [merchant.title ?? merchant.externalId, merchant.city].filter(Boolean).join(t('customer.comma')),
        format.day(merchant.admittedOn),
        last ? format.day(last.expiresOn) : t('products.never'),
        format.count(merchant.sanctions.length),
      ],
    };
  });
  return (
    <Card
      title={t('products.uncertified')}
      sub={t('products.uncertifiedSub', { n: format.count(query.data?.totalCount) })}
    >
      <Answered query={query} height={260}>
        {() => <Rows columns={columns} rows={rows} empty={t('products.allCertified')} />}
      </Answered>
    </Card>
  );
}
