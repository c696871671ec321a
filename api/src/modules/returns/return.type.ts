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

@OutputType({
  roles: withLeads(rowReaders),
  description:
    'A request to send goods back, exchange them, have them repaired or be refunded, with every step’s time.',
})
export class Return extends SourceRow {
  @Field(() => DimensionValue, { description: 'Return, exchange, repair, or refund without return.' })
  kind!: DimensionValue;

  @Field(() => DimensionValue, { description: 'Why.' })
  reason!: DimensionValue;

  @Field(() => Code, { description: 'Where it stands.' })
  status!: Code;

  @Field(() => Code, { nullable: true, description: 'The policy it was asked for under; null where none is named.' })
  policy!: Code | null;

  @Field(() => Int, { description: 'Pieces asked for.' })
  units!: number;

  @Field(() => Money, { description: 'Money asked back.' })
  amount!: Money;

  @Field(() => Money, { description: 'Money that has arrived; zero while none has.' })
  refunded!: Money;

  @Field(() => Money, { nullable: true, description: 'Handling and freight back; null where that is not known.' })
  cost!: Money | null;

  @Field(() => DateTime, { description: 'When the customer asked.' })
  requestedAt!: Date;

  @Field(() => LocalDate, { description: 'The day the customer asked, in the shop’s zone.' })
  requestedOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the shop agreed; null while it has not.' })
  approvedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the shop refused; null where it did not.' })
  rejectedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer sent the goods; null while not.' })
  shippedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the goods were back; null while not.' })
  receivedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the money had arrived; null while not.' })
  refundedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When all was done; null while not.' })
  completedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'By when the money was promised; null without a promise.' })
  dueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the platform stepped in; null where it did not.' })
  steppedInAt!: Date | null;

  @Field(() => Code, { nullable: true, description: 'For whom the platform decided; null where it did not decide.' })
  decidedFor!: Code | null;

  @Field(() => Int, { nullable: true, description: 'Seconds from the request to the decision; null until decided.' })
  reviewSeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds from the agreement until the goods were sent; null until sent.',
  })
  shipBackSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'Seconds the goods were on their way back; null until back.' })
  wayBackSeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds from the goods’ arrival (refund without return: the agreement) to the money’s; null until it arrived.',
  })
  refundSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'Seconds from the request to the money; null until it arrived.' })
  requestToMoneySeconds!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Did the money arrive by the promise? False where it did not; null until due, without a promise, where it stayed refused or was withdrawn, and for exchanges and repairs that bring no money.',
  })
  refundedInTime!: boolean | null;

  customerId!: string;
  orderId!: string;
  productId!: string | null;
}

export const ReturnConnection = connectionOf(Return, 'Return', 'return requests', withLeads(rowReaders));

export const ReturnOrder = orderOf('Return', 'return requests', {
  REQUESTED_AT: 'When they were made.',
  REQUEST_TO_MONEY: 'How long the money took; those without money come last.',
  AMOUNT: 'Money asked back.',
});
export type ReturnOrder = InstanceType<typeof ReturnOrder>;

@InputType({ description: 'Which return requests; all conditions must hold.' })
export class ReturnWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'The requests behind a figure that counts them.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => String, { nullable: true, description: 'return, exchange, repair or refund_only.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'For this reason.' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Standing here.' })
  status?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Refunded by the promise, or past it; others are in neither.' })
  refundedInTime?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Asked for on this day or later.' })
  requestedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Asked for on this day or earlier.' })
  requestedTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  customerId?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
