import { Pill } from '../../card/Pill.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './Profile.module.css';
import type { Customer360 } from './use-customer.ts';

/** Who it is, masked, and the whole relation in six figures. */
export function Profile({ customer }: { customer: Customer360 }) {
  const { t, pick } = useText();
  const format = useFormat();
  const place = [customer.city, customer.region ? pick(customer.region.label) : ''];
  const since = customer.firstOrderedOn ? t('customer.since', { month: format.month(customer.firstOrderedOn) }) : '';
  const name = customer.nameMasked ?? t('customer.unnamed');
  const figures = useFigures(customer);
  return (
    <section className={classes.profile}>
      <div className={classes.who}>
        <span className={classes.avatar} aria-hidden>
          {name.slice(0, 1)}
        </span>
        <div>
          <b>{name}</b> <small title={customer.externalId}>{customer.externalId.slice(0, 10)}</small>{' '}
          {customer.tier ? <Pill tone="flat">{pick(customer.tier.label)}</Pill> : null}{' '}
          {customer.loyal ? (
            <Pill tone="good" title={t('customer.loyalMeans')}>
              {t('customer.loyal')}
            </Pill>
          ) : null}
          <em>{[...new Set([...place, since])].filter(Boolean).join(t('customer.comma'))}</em>
        </div>
      </div>
      {figures.map(([label, value, small]) => (
        <div key={label} className={classes.figure}>
          <em>{label}</em>
          <b>
            {value} {small ? <small>{small}</small> : null}
          </b>
        </div>
      ))}
    </section>
  );
}

/** What the relation comes to: a name, a value and what limits it. */
function useFigures(customer: Customer360): [string, string, string?][] {
  const { t } = useText();
  const format = useFormat();
  return [
    [t('customer.orders'), format.count(customer.ordersCount)],
    [t('customer.days'), format.count(customer.validOrderDays)],
    [t('customer.paid'), customer.paid ? format.money(customer.paid) : '–'],
    [t('customer.kept'), format.count(customer.promisesKept), `/ ${format.count(customer.promisesDue)}`],
    [
      t('customer.score'),
      customer.averageScore === null || customer.averageScore === undefined
        ? '–'
        : format.value(customer.averageScore, { unit: 'SCORE', decimals: 1 }),
      `n ${format.count(customer.reviewsCount)}`,
    ],
    ...(customer.points === null || customer.points === undefined
      ? []
      : [[t('customer.points'), format.count(customer.points)] satisfies [string, string]]),
  ];
}
