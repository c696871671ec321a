import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { orderOf } from '../../platform/graphql/order.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, Personal } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: rowReaders, description: 'A customer, known by pseudonym; contacts are masked for everyone.' })
export class Customer {
  @Field(() => ID, { description: 'Stable pseudonym, the same on every reload.' })
  id!: string;

  @Field(() => String, { description: 'Id in the source.' })
  externalId!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => Boolean, {
    description: 'False for a guest made for an order without a buyer; customer metrics leave guests out.',
  })
  identified!: boolean;

  @Personal('masked')
  @Field(() => String, {
    nullable: true,
    description: 'Name with all but its first character hidden; null where the source gives none.',
  })
  nameMasked!: string | null;

  @Personal('masked')
  @Field(() => String, {
    nullable: true,
    description: 'Phone number with its middle hidden; null where the source gives none.',
  })
  phoneMasked!: string | null;

  @Field(() => DimensionValue, { nullable: true, description: 'Where the customer lives.' })
  region!: DimensionValue | null;

  @Field(() => String, { nullable: true, description: 'City, as the source writes it.' })
  city!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day of the first order, of any status; null without orders.',
  })
  firstOrderedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the latest order, of any status.' })
  lastOrderedOn!: string | null;

  @Field(() => Int, { description: 'Orders of every status.' })
  ordersCount!: number;

  @Field(() => Int, { description: 'Distinct days with a valid order.' })
  validOrderDays!: number;

  @Field(() => Money, { nullable: true, description: 'Payments over all orders; null without orders.' })
  paid!: Money | null;

  @Field(() => Int, { description: 'Of the promises due, those kept.' })
  promisesKept!: number;

  @Field(() => Int, { description: 'Valid orders whose promised day has come.' })
  promisesDue!: number;

  @Field(() => Float, { nullable: true, description: 'Mean stars over all reviews; null without reviews.' })
  averageScore!: number | null;

  @Field(() => Int, { description: 'Reviews linked to the customer’s orders.' })
  reviewsCount!: number;

  @Field(() => DateTime, { nullable: true, description: 'When they registered; null where the source does not say.' })
  registeredAt!: Date | null;

  @Field(() => DimensionValue, { nullable: true, description: 'Traffic source that won them; null where not known.' })
  origin!: DimensionValue | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The customer they turned out to be, who has all their rows now; null for everyone else.',
  })
  mergedInto!: string | null;
}

export const CustomerConnection = connectionOf(Customer, 'Customer', 'customers', rowReaders);

export const CustomerOrder = orderOf('Customer', 'customers', {
  FIRST_ORDERED: 'Day of the first order.',
  ORDERS: 'Number of orders.',
  PAID: 'What they paid.',
});
export type CustomerOrder = InstanceType<typeof CustomerOrder>;

@InputType({ description: 'Which customers; all conditions must hold.' })
export class CustomerWhere {
  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => [String], { nullable: true, description: 'Living in one of these regions.' })
  region?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'With at least so many orders.' })
  minOrders?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'With at least so many promises missed: valid orders due by the last day loaded that came late or not at all.',
  })
  minMissed?: number | null;

  @Field(() => String, { nullable: true, description: 'With this id in the source.' })
  externalId?: string | null;
}
