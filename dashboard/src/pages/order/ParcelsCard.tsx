import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { OrderDetail } from './index.tsx';
import classes from './ParcelsCard.module.css';
import { againstDay } from '../../promise/against-day.ts';
import { daysAgainst } from '../../promise/lateness.ts';
import { scansOf } from './scans.ts';

type Parcel = OrderDetail['shipments'][number];

/** Every parcel with every scan, and how long nobody heard of it. */
export function ParcelsCard({ order }: { order: OrderDetail }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <Card
      title={t('orders.parcels')}
      sub={order.promisedOn ? t('orders.daysCounted', { day: format.day(order.promisedOn) }) : undefined}
    >
      {order.shipments.length === 0 ? <p className={classes.none}>{t('orders.noParcels')}</p> : null}
      {order.shipments.map((parcel) => (
        <ParcelStory key={parcel.id} parcel={parcel} promisedOn={order.promisedOn} />
      ))}
    </Card>
  );
}

function ParcelStory({ parcel, promisedOn }: { parcel: Parcel; promisedOn: string | null | undefined }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const moment = (at: string | null | undefined): string => (at ? format.dateTime(at, shop.zone) : '–');
  return (
    <article className={classes.parcel}>
      <h3>
        {parcel.carrier ? pick(parcel.carrier.label) : (parcel.carrierCode ?? t('orders.carrierUnknown'))}
        {parcel.waybill ? <small>{parcel.waybill}</small> : null}
        <AgainstDay parcel={parcel} promisedOn={promisedOn} />
      </h3>
      <AgainstMoment parcel={parcel} />
      <ol className={classes.scans}>
        {scansOf(parcel).map((scan) => (
          <li key={scan.key} data-silent={scan.silent || undefined} data-bad={scan.bad || undefined}>
            <time dateTime={scan.at}>{moment(scan.at)}</time>
            <b>
              {scan.label ? pick(scan.label) : t(scan.key === 'handedOver' ? 'orders.handedOver' : 'orders.delivered')}
            </b>
            <span>{[scan.station, scan.detail].filter(Boolean).join(' · ')}</span>
            {scan.silent ? <em>{t('orders.silentFor', { gap: format.duration(scan.waited) })}</em> : null}
          </li>
        ))}
      </ol>
    </article>
  );
}

/** Against the promised day, as the order is judged. */
function AgainstDay({ parcel, promisedOn }: { parcel: Parcel; promisedOn: string | null | undefined }) {
  const { t } = useText();
  const format = useFormat();
  if (!promisedOn || !parcel.deliveredOn) return null;
  const days = daysAgainst(parcel.deliveredOn, promisedOn);
  return <Pill tone={days > 0 ? 'bad' : 'good'}>{againstDay(days, { t, format })}</Pill>;
}

/** The same to the minute, where a moment was promised: it may be past on a day that was kept. */
function AgainstMoment({ parcel: { delaySeconds, promisedAt } }: { parcel: Parcel }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  if (delaySeconds === null || delaySeconds === undefined || !promisedAt) return null;
  const words = { gap: format.duration(Math.abs(delaySeconds)), at: format.dateTime(promisedAt, shop.zone) };
  return <p className={classes.moment}>{t(delaySeconds > 0 ? 'orders.pastMoment' : 'orders.beforeMoment', words)}</p>;
}
