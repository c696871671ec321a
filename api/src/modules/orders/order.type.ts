import { Field, ID, Int } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: rowReaders, description: 'An order and how it went.' })
export class Order {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => String, { description: 'Its id in the source.' })
  externalId!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

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

  customerId!: string;
}

export const OrderConnection = connectionOf(Order, 'Order', 'orders', rowReaders);
