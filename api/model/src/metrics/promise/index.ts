import { onTimeDeliveryRate } from './on-time-delivery-rate.ts';
import { promiseKeptRate } from './promise-kept-rate.ts';
import { deliveryDaysMean } from './delivery-days-mean.ts';
import { deliveryDaysP50 } from './delivery-days-p50.ts';
import { deliveryDaysP90 } from './delivery-days-p90.ts';
import { promisedDaysP50 } from './promised-days-p50.ts';
import { deliveredRate } from './delivered-rate.ts';
import { parcelsSent } from './parcels.ts';
import { parcelOnTimeRate } from './parcel-on-time-rate.ts';
import { firstAttemptRate } from './first-attempt-rate.ts';
import { firstAttemptOnTimeRate } from './first-attempt-on-time-rate.ts';
import { promiseCoverage } from './promise-coverage.ts';
import { deliveryRate } from './delivery-rate.ts';
import { pickup48hRate } from './pickup-48h-rate.ts';
import { pickup24hRate } from './pickup-24h-rate.ts';
import { pickupHoursMean } from './pickup-hours-mean.ts';
import { paidToDeliveredHoursP50 } from './paid-to-delivered-hours-p50.ts';
import { paidToDeliveredHoursP90 } from './paid-to-delivered-hours-p90.ts';
import { pickupToDeliveredHoursP50 } from './pickup-to-delivered-hours-p50.ts';
import { lastMileHoursP50 } from './last-mile-hours-p50.ts';
import { orderToDelivery } from './order-to-delivery.ts';
import { exceptionRate } from './exception-rate.ts';
import { slotKeptRate } from './slot-kept-rate.ts';
import { lateShipmentRate } from './late-shipment-rate.ts';
import { validTrackingRate } from './valid-tracking-rate.ts';
import { scanLagMinutesMean } from './scan-lag-minutes-mean.ts';
import { longestSilenceHoursP50 } from './longest-silence-hours-p50.ts';
import { longestSilenceHoursP90 } from './longest-silence-hours-p90.ts';
import { silentParcelRate } from './silent-parcel-rate.ts';
import { hubsPerParcel } from './hubs-per-parcel.ts';
import { inspectedRate } from './inspected-rate.ts';
import { greenPackagingShare } from './green-packaging-share.ts';
import { delayNotifiedFirstRate } from './delay-notified-first-rate.ts';
import { otif } from './otif.ts';

export const promise = [
  onTimeDeliveryRate,
  promiseKeptRate,
  deliveryDaysMean,
  deliveryDaysP50,
  deliveryDaysP90,
  promisedDaysP50,
  deliveredRate,
  parcelsSent,
  parcelOnTimeRate,
  firstAttemptRate,
  firstAttemptOnTimeRate,
  promiseCoverage,
  deliveryRate,
  pickup48hRate,
  pickup24hRate,
  pickupHoursMean,
  paidToDeliveredHoursP50,
  paidToDeliveredHoursP90,
  pickupToDeliveredHoursP50,
  lastMileHoursP50,
  orderToDelivery,
  exceptionRate,
  slotKeptRate,
  lateShipmentRate,
  validTrackingRate,
  scanLagMinutesMean,
  longestSilenceHoursP50,
  longestSilenceHoursP90,
  silentParcelRate,
  hubsPerParcel,
  inspectedRate,
  greenPackagingShare,
  delayNotifiedFirstRate,
  otif,
] as const;
