import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { answerCase } from '../../answer/index.ts';
import { request } from '../../api/graphql.ts';
import { Answer } from '../../card/Answer.tsx';
import { Card } from '../../card/Card.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Empty, Failure, Loading } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { CaseQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { Reveal } from '../../reveal/Reveal.tsx';
import { FactsCard } from './FactsCard.tsx';
import classes from './index.module.css';
import { caseQuery } from './queries.ts';
import { Timeline } from './Timeline.tsx';

export type CaseDetail = NonNullable<CaseQuery['serviceCase']>;

export default function CasePage() {
  const { id } = useParams({ strict: false });
  const { t } = useText();
  const query = useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => request(caseQuery, { id: id ?? '' }, signal),
  });
  if (query.isError && !query.data)
    return <Failure error={query.error} height={300} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading height={420} />;
  if (!query.data.serviceCase) return <Empty text={t('cases.gone')} height={300} />;
  return <CaseBody told={query.data.serviceCase} />;
}

function CaseBody({ told }: { told: CaseDetail }) {
  const { t, lang, pick } = useText();
  const { lead, rest } = answerCase(told, lang);
  const about = [told.caseType, told.channel, told.topic].flatMap((each) => (each ? [pick(each.label)] : []));
  return (
    <>
      <Answer lead={lead} rest={rest} eyebrow={`${t('cases.one', { id: told.externalId })} · ${about.join(' · ')}`} />
      <p className={classes.way}>
        <Link to="/customers/$id" params={{ id: told.customer.id }}>
          {told.customer.nameMasked ?? told.customer.externalId.slice(0, 8)} · {t('orders.toCustomer')}
        </Link>
        {told.order ? (
          <Link to="/orders/$id" params={{ id: told.order.id }}>
            {t('cases.toOrder', { id: told.order.externalId })}
          </Link>
        ) : null}
      </p>
      <CardRow shape="wide">
        <Card title={t('cases.events')} sub={t('cases.eventsSub')}>
          {told.text ? <blockquote className={classes.words}>{told.text}</blockquote> : null}
          <Timeline told={told} />
        </Card>
        <div className={classes.side}>
          <FactsCard told={told} />
          <CompensationsCard told={told} />
          <ContactCard told={told} />
        </div>
      </CardRow>
    </>
  );
}

function CompensationsCard({ told }: { told: CaseDetail }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (
    <Card title={t('cases.compensations')}>
      <Rows
        columns={[
          { label: t('cases.granted') },
          { label: t('cases.for') },
          { label: t('cases.form') },
          { label: t('orders.amount'), right: true },
        ]}
        rows={told.compensations.map((each) => ({
          key: each.id,
          cells: [
            format.dateTime(each.grantedAt, shop.zone),
            pick(each.failure.label),
            pick(each.form.label),
            format.money(each.amount),
          ],
        }))}
        empty={t('cases.noCompensation')}
      />
    </Card>
  );
}

/** Who it is, masked; stewards may have it revealed for this case. */
function ContactCard({ told }: { told: CaseDetail }) {
  const { t } = useText();
  const { customer } = told;
  return (
    <Card title={t('customer.privacy')} note={t('customer.privacyNote')}>
      <Facts
        facts={[
          [t('customer.name'), customer.nameMasked ?? t('customer.notHeld')],
          [t('customer.phone'), customer.phoneMasked ?? t('customer.notHeld')],
        ]}
      />
      <Reveal key={told.id} whose={{ serviceCase: told.id }} />
    </Card>
  );
}
