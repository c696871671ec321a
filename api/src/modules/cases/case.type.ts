import { Field, ID, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, withLeads, Personal } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({
  roles: withLeads(rowReaders),
  description: 'A contact of a customer with the shop, from its opening to its end.',
})
export class ServiceCase extends SourceRow {
  @Field(() => DimensionValue, { description: 'Enquiry, request or complaint.' })
  caseType!: DimensionValue;

  @Field(() => DimensionValue, { description: 'Before, during or after the sale.' })
  phase!: DimensionValue;

  @Field(() => DimensionValue, { description: 'By which channel the customer came.' })
  channel!: DimensionValue;

  @Field(() => DimensionValue, { nullable: true, description: 'What it is about; null where the source does not say.' })
  topic!: DimensionValue | null;

  @Field(() => DimensionValue, { nullable: true, description: 'Who is answerable; null where nobody was named.' })
  cause!: DimensionValue | null;

  @Field(() => DimensionValue, { nullable: true, description: 'How grave, 1 to 3; null where it was not judged.' })
  severity!: DimensionValue | null;

  @Field(() => Code, { description: 'Where it stands: open, pending, resolved or closed.' })
  status!: Code;

  @Field(() => DateTime, { description: 'When the customer opened it.' })
  openedAt!: Date;

  @Field(() => LocalDate, { description: 'The day it was opened, in the shop’s zone.' })
  openedOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'The first answer by a human; null while there is none.' })
  firstResponseAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The last resolution; null while it is open or open again.' })
  resolvedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null while it is not.' })
  closedAt!: Date | null;

  @Field(() => DimensionValue, {
    nullable: true,
    description: 'A bot, a human, or a bot and then a human; null where the source does not say.',
  })
  handledBy!: DimensionValue | null;

  @Field(() => DateTime, { nullable: true, description: 'When the bot promised a human; null where it did not.' })
  handedOverAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the human came; null where none was promised or came.' })
  humanJoinedAt!: Date | null;

  @Field(() => DimensionValue, { nullable: true, description: 'The team in charge; null where none is named.' })
  team!: DimensionValue | null;

  @Field(() => Int, { description: 'Times it was passed from human to human.' })
  transfers!: number;

  @Field(() => Int, { description: 'Answers by humans.' })
  replies!: number;

  @Field(() => Int, { description: 'Times it was opened again after a resolution.' })
  reopens!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'By when the first answer was promised; null without a promise.',
  })
  responseDueAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'By when the resolution was promised; null without a promise.',
  })
  resolutionDueAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Was it answered by the promise? False where nobody answered; null until due, without a promise, and where a bot alone handled it.',
  })
  respondedInTime!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Was it resolved by the promise? False where it is not resolved; null until due and without a promise.',
  })
  resolvedInTime!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds from opening to the first human answer; null without one.',
  })
  firstResponseSeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds from opening to the last resolution; null while unresolved.',
  })
  resolutionSeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'As firstResponseSeconds, counting only the hours the desk is open.',
  })
  firstResponseBusinessSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'As resolutionSeconds, counting only the hours the desk is open.' })
  resolutionBusinessSeconds!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Resolved with at most one human answer and never reopened; null while unresolved.',
  })
  oneTouch!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Resolved without another contact on the matter within seven days; null until those are over.',
  })
  firstContactResolved!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Handled by the bot alone; null where no bot took part.' })
  contained!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds from the promise of a human to the human; null where none was promised or came.',
  })
  handOverWaitSeconds!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Did a human take the call? Null on other channels.' })
  callAnswered!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Seconds in the queue of a call; null on other channels.' })
  waitedSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'Satisfaction, 1 to 5; null where the customer did not answer.' })
  csat!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Tone of the customer at the start: −1 bad, 0 even, 1 good; null where it was not judged.',
  })
  toneStart!: number | null;

  @Field(() => Int, { nullable: true, description: 'Tone of the customer at the end, likewise.' })
  toneEnd!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Was the standard flow kept to? Null where it was not checked.',
  })
  flowFollowed!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Was the complainant, asked afterwards, content with the outcome? Null where not asked or not answered.',
  })
  satisfiedWithOutcome!: boolean | null;

  @Field(() => Code, { nullable: true, description: 'Platform or regulator; null where it was not escalated.' })
  escalatedTo!: Code | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was escalated; null where it was not.' })
  escalatedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The time promised for a call back; null without one.' })
  callBackPromisedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the shop called back; null while it has not.' })
  calledBackAt!: Date | null;

  @Field(() => Money, { nullable: true, description: 'What handling it cost; null where that is not known.' })
  cost!: Money | null;

  @Personal('free text')
  @Field(() => String, {
    nullable: true,
    description: 'The customer’s words, as the source gives them after removing personal values; null without any.',
  })
  text!: string | null;

  customerId!: string;
  orderId!: string | null;
  productId!: string | null;
  agentCode!: string | null;
}

export const ServiceCaseConnection = connectionOf(ServiceCase, 'ServiceCase', 'service cases', withLeads(rowReaders));

@OutputType({ roles: withLeads(rowReaders), description: 'A step of a service case.' })
export class CaseEvent {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => Code, { description: 'What happened.' })
  kind!: Code;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => String, { nullable: true, description: 'Work number of the agent who did it; null where none did.' })
  agentCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Team of the agent; null where none is named.' })
  team!: string | null;

  @Field(() => String, { nullable: true, description: 'A note of the source; null without one.' })
  detail!: string | null;
}
