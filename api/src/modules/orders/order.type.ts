import { Field, Int } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: withLeads(rowReaders), description: 'An order and how it went.' })
export class Order extends SourceRow {
  @Field(() => String, {
    description:
      'Status as last delivered: created, approved, invoiced, processing, shipped, delivered, canceled or unavailable.',
  })
  status!: string;

  @Field(() => Boolean, { description: 'Neither canceled nor unavailable.' })
  valid!: boolean;

  @Field(() => DateTime, { description: 'When it was placed.' })
  orderedAt!: Date;

  @Field(() => LocalDate, { description: 'The day it was placed, in the shop’s zone.' })
  orderedOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the payment was approved.' })
  approvedAt!: Date | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day the shop promised; null where it promised none.',
  })
  promisedOn!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it reached the customer; null while it has not.' })
  deliveredAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it reached the customer, in the shop’s zone.' })
  deliveredOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from the promised to the real day; negative when early. Null unless both are known.',
  })
  delayDays!: number | null;

  @Field(() => String, { description: 'late, on_time, not_delivered or no_promise; days are compared, never hours.' })
  lateness!: string;

  @Field(() => DimensionValue, { nullable: true, description: 'Where it ships to, frozen at order time.' })
  region!: DimensionValue | null;

  @Field(() => Money, { description: 'Prices of its items.' })
  itemsTotal!: Money;

  @Field(() => Money, { description: 'Freight of its items.' })
  freightTotal!: Money;

  @Field(() => Money, { description: 'Payments received for it.' })
  paidTotal!: Money;

  @Field(() => DimensionValue, { nullable: true, description: 'How fast the delivery was sold; null where not said.' })
  serviceLevel!: DimensionValue | null;

  @Field(() => DimensionValue, {
    nullable: true,
    description: 'Traffic source of the visit it came from; null where not known.',
  })
  origin!: DimensionValue | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was called off; null where it was not.' })
  canceledAt!: Date | null;

  @Field(() => DimensionValue, {
    nullable: true,
    description: 'Why it was called off; null where it was not or the source does not say.',
  })
  cancelCause!: DimensionValue | null;

  @Field(() => DimensionValue, {
    nullable: true,
    description: 'Membership tier when it was placed; null for no member.',
  })
  tier!: DimensionValue | null;

  @Field(() => DimensionValue, { description: 'New, occasional or loyal before this order.' })
  loyalty!: DimensionValue;

  @Field(() => [DimensionValue], { description: 'What went wrong with it; empty where nothing is known to have.' })
  failures!: DimensionValue[];

  @Field(() => Int, { description: 'Pieces ordered.' })
  units!: number;

  @Field(() => Money, { nullable: true, description: 'What its deliveries cost the shop; null where none is known.' })
  deliveryCost!: Money | null;

  @Field(() => Money, { nullable: true, description: 'What its cases and returns cost; null where none is known.' })
  serviceCost!: Money | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the shop first told the customer of a delay; null where it did not.',
  })
  delayNotifiedAt!: Date | null;

  customerId!: string;
  currency!: string;
}

export const OrderConnection = connectionOf(Order, 'Order', 'orders', withLeads(rowReaders));
