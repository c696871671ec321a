import { Field, ID, InputType, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { orderOf } from '../../platform/graphql/order.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionFilter, DimensionValue } from '../dimensions/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

@OutputType({ roles: withLeads(rowReaders), description: 'A parcel of an order.' })
export class Shipment extends SourceRow {
  @Field(() => String, { nullable: true, description: 'Number to follow it by; null where the source gives none.' })
  waybill!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the carrier; null where the source does not say.' })
  carrierCode!: string | null;

  @Field(() => DimensionValue, {
    nullable: true,
    description: 'How fast it was promised; null where neither parcel nor order says.',
  })
  serviceLevel!: DimensionValue | null;

  @Field(() => Code, {
    nullable: true,
    description:
      'How the promised moment follows from the order: by a cut-off (211), a slot, a number of days; null without one.',
  })
  promiseRule!: Code | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment promised for this parcel; null where only a day, or nothing, was promised.',
  })
  promisedAt!: Date | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The promised day, of the parcel else of the order; null without.',
  })
  dueOn!: string | null;

  @Field(() => DimensionValue, { nullable: true, description: 'Where it is handed over; null where that is not said.' })
  deliveryOption!: DimensionValue | null;

  @Field(() => DateTime, { nullable: true, description: 'Start of the slot the customer chose; null without one.' })
  slotFrom!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'End of that slot; null without one.' })
  slotTo!: Date | null;

  @Field(() => DimensionValue, { nullable: true, description: 'How it was protected; null where that is not said.' })
  protection!: DimensionValue | null;

  @Field(() => DimensionValue, { nullable: true, description: 'What it was packed in; null where that is not said.' })
  packaging!: DimensionValue | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Opened and checked with the customer at the door; null where that is not said.',
  })
  inspected!: boolean | null;

  @Field(() => Money, { nullable: true, description: 'What the delivery cost the shop; null where that is not known.' })
  cost!: Money | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the carrier took it over; null while that has not happened.',
  })
  handedOverAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it reached the customer; null while it has not.' })
  deliveredAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it reached the customer, in the shop’s zone.' })
  deliveredOn!: string | null;

  @Field(() => Code, { nullable: true, description: 'lost, returned or refused; null otherwise.' })
  outcome!: Code | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Did it come as promised? False where it never came; null until due, without a promise, and for orders called off.',
  })
  onTime!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds against the promised moment, negative when early; null without such a moment or delivery.',
  })
  delaySeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Longest time without a scan, in seconds; under way it counts up to the end of the shop’s last day. Null without scans.',
  })
  longestSilenceSeconds!: number | null;

  @Field(() => Int, { description: 'Delivery attempts, by scan.' })
  attempts!: number;

  @Field(() => Int, { description: 'Stations it passed, by scan.' })
  hubs!: number;

  @Field(() => Boolean, { description: 'A scan says it was damaged.' })
  damaged!: boolean;

  @Field(() => Boolean, { description: 'A scan or its outcome says it was lost.' })
  lost!: boolean;

  customerId!: string;
  orderId!: string;
  stationCode!: string | null;
}

export const ShipmentConnection = connectionOf(Shipment, 'Shipment', 'parcels', withLeads(rowReaders));

@OutputType({ roles: withLeads(rowReaders), description: 'A scan of a parcel on its way.' })
export class TrackingEvent {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => Code, { description: 'What happened.' })
  kind!: Code;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the customer could see it; null where that is not known.',
  })
  recordedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Code of the station; null where none is named.' })
  stationCode!: string | null;

  @Field(() => String, { nullable: true, description: 'A note of the carrier; null without one.' })
  detail!: string | null;
}

export const ShipmentOrder = orderOf('Shipment', 'parcels', {
  HANDED_OVER_AT: 'When the carrier took them over; those not yet taken over come last.',
  LONGEST_SILENCE: 'The longest time without a scan; those without scans come last.',
  DELAY: 'Seconds against the promised moment; those without a delay come last.',
});
export type ShipmentOrder = InstanceType<typeof ShipmentOrder>;

@InputType({ description: 'Which parcels; all conditions must hold.' })
export class ShipmentWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'The parcels behind a figure that counts parcels.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this carrier.' })
  carrier?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this courier station.' })
  station?: string | null;

  @Field(() => Int, { nullable: true, description: 'Without a scan for at least so many hours, once or still.' })
  silentHoursAtLeast?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Scanned as damaged, or not.' })
  damaged?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Scanned or declared as lost, or not.' })
  lost?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Came as promised, or broke the promise; parcels not due yet are in neither.',
  })
  onTime?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Taken over by the carrier on this day or later.' })
  handedOverFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Taken over by the carrier on this day or earlier.' })
  handedOverTo?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
