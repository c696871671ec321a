import { Field, ID, InputType, Int } from 'type-graphql';
import { orderOf } from '../../platform/graphql/order.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { DimensionFilter } from '../dimensions/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

export const ServiceCaseOrder = orderOf('ServiceCase', 'service cases', {
  OPENED_AT: 'When they were opened.',
  RESOLUTION_SECONDS: 'How long they took to resolve; unresolved ones come last.',
  CSAT: 'Satisfaction; those without an answer come last.',
});
export type ServiceCaseOrder = InstanceType<typeof ServiceCaseOrder>;

@InputType({ description: 'Which service cases; all conditions must hold.' })
export class ServiceCaseWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'The cases behind a figure that counts cases.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => String, { nullable: true, description: 'enquiry, request or complaint.' })
  caseType?: string | null;

  @Field(() => String, { nullable: true, description: 'pre_sale, in_sale or after_sale.' })
  phase?: string | null;

  @Field(() => String, { nullable: true, description: 'By this channel.' })
  channel?: string | null;

  @Field(() => String, { nullable: true, description: 'About this topic.' })
  topic?: string | null;

  @Field(() => String, { nullable: true, description: 'With this party answerable.' })
  cause?: string | null;

  @Field(() => Int, { nullable: true, description: 'This grave, 1 to 3.' })
  severity?: number | null;

  @Field(() => String, { nullable: true, description: 'With this agent in charge last, by work number.' })
  agent?: string | null;

  @Field(() => String, { nullable: true, description: 'With this team in charge.' })
  team?: string | null;

  @Field(() => String, { nullable: true, description: 'open, pending, resolved or closed.' })
  status?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Opened on this day or later.' })
  openedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Opened on this day or earlier.' })
  openedTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Still open or pending; false: resolved or closed.' })
  open?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Past a promise by the end of the shop’s last day, unanswered or unresolved, even if closed since (a call given up); with `open` those that still wait. False: not so.',
  })
  overdue?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Rated at most so many of 5.' })
  csatAtMost?: number | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this order.' })
  orderId?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
