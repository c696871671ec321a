import { ArgsType, Field, ID, Int } from 'type-graphql';
import { connectionOf, type PageArgs } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Money } from '../../platform/graphql/shared.type.ts';
import { JourneyKind, JourneyStage } from './journey.kinds.ts';

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

  @Field(() => JourneyKind, { description: 'What kind of thing happened.' })
  kind!: JourneyKind;

  @Field(() => LocalizedText, { description: 'What happened, in a few words.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, {
    nullable: true,
    description:
      'More about it, among it the customer’s own words as they were written; null where there is nothing to add.',
  })
  detail!: LocalizedText | null;

  @Field(() => String, { description: 'neutral, good, bad or attention.' })
  tone!: string;

  @Field(() => Money, { nullable: true, description: 'The money it is about; null where it is about none.' })
  amount!: Money | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment that had been promised for it; null without a promise.',
  })
  promisedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds from the promised to the real moment, negative when early; null unless both are known.',
  })
  gapSeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds since the step before of the same case, else of the same order; null for the first step and where there is neither.',
  })
  stageSeconds!: number | null;

  @Field(() => ID, { nullable: true, description: 'The order it belongs to; null where it belongs to none.' })
  orderId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The service case it belongs to; null where it belongs to none.' })
  caseId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The parcel it belongs to; null where it belongs to none.' })
  shipmentId!: string | null;

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

  @Field(() => [JourneyKind], { nullable: true, description: 'Only events of these kinds; without it all.' })
  kinds?: JourneyKind[] | null;
}
