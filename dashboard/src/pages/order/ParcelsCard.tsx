import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { OrderDetail } from './index.tsx';
import classes from './ParcelsCard.module.css';
import { scansOf } from './scans.ts';

type Parcel = OrderDetail['shipments'][number];

/** Every parcel with every scan, and how long nobody heard of it. */
export function ParcelsCard({ order }: { order: OrderDetail }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <Card
      title={t('orders.parcels')}
      sub={order.promisedOn ? `${t('orders.promised')}: ${format.day(order.promisedOn)}` : undefined}
    >
      {order.shipments.length === 0 ? <p className={classes.none}>{t('orders.noParcels')}</p> : null}
      {order.shipments.map((parcel) => (
        <ParcelStory key={parcel.id} parcel={parcel} />
      ))}
    </Card>
  );
}

function ParcelStory({ parcel }: { parcel: Parcel }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const delay = parcel.delaySeconds;
  const moment = (at: string | null | undefined): string => (at ? format.dateTime(at, shop.zone) : '–');
  return (
    <article className={classes.parcel}>
      <h3>
        {parcel.carrier ? pick(parcel.carrier.label) : (parcel.carrierCode ?? t('orders.carrierUnknown'))}
        {parcel.waybill ? <small>{parcel.waybill}</small> : null}
        {delay === null || delay === undefined ? null : (
          <Pill tone={delay > 0 ? 'bad' : 'good'}>
            {t(delay > 0 ? 'orders.gapLate' : 'orders.gapEarly', { gap: format.duration(Math.abs(delay)) })}
          </Pill>
        )}
      </h3>
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
