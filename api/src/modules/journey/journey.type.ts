import { ArgsType, Field, ID, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf, type PageArgs } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

export const JourneyStage = describedEnum('JourneyStage', 'Where in a purchase an event stands.', {
  PRE_SALE: 'Before the order.',
  IN_SALE: 'From the order to the delivery.',
  AFTER_SALE: 'After the delivery.',
});
export type JourneyStage = keyof typeof JourneyStage;

@OutputType({ roles: rowReaders, description: 'Something that happened between a customer and the shop.' })
export class JourneyEvent {
  @Field(() => ID, { description: 'Stable id of the event.' })
  id!: string;

  @Field(() => DateTime, { description: 'When; for a promise the end of the promised day.' })
  at!: Date;

  @Field(() => LocalDate, { description: 'The day, in the shop’s zone.' })
  on!: string;

  @Field(() => JourneyStage, { description: 'Where in the purchase it stands.' })
  stage!: JourneyStage;

  @Field(() => String, {
    description:
      'ORDER_PLACED, PAYMENT, ORDER_APPROVED, HANDED_OVER, PROMISE_DUE, DELIVERED, REVIEW_INVITED or REVIEW_ANSWERED; more kinds may come.',
  })
  kind!: string;

  @Field(() => LocalizedText, { description: 'What happened, in a few words.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'More about it; null where there is nothing to add.' })
  detail!: LocalizedText | null;

  @Field(() => ID, { nullable: true, description: 'The order it belongs to.' })
  orderId!: string | null;

  @Field(() => String, { description: 'neutral, good, bad or attention.' })
  tone!: string;

  customerId!: string;
}

export const JourneyEventConnection = connectionOf(JourneyEvent, 'JourneyEvent', 'events', rowReaders);

@ArgsType()
export class JourneyArguments implements PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'Events of this page, 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The `endCursor` of the page before; without it from the beginning.',
  })
  after?: string | null;

  @Field(() => [JourneyStage], { nullable: true, description: 'Only events of these stages; without it all.' })
  stages?: JourneyStage[] | null;
}
