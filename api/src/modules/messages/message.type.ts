import { Field, InputType } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionFilter, DimensionValue } from '../dimensions/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

@OutputType({
  roles: rowReaders,
  description: 'What the shop told a customer of its own accord; its text is not kept.',
})
export class Message extends SourceRow {
  @Field(() => DimensionValue, { description: 'Why the shop wrote or called.' })
  kind!: DimensionValue;

  @Field(() => DimensionValue, { description: 'How.' })
  channel!: DimensionValue;

  @Field(() => DateTime, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => LocalDate, { description: 'The day it was sent, in the shop’s zone.' })
  sentOn!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it arrived; null where it did not, or that is not known.',
  })
  deliveredAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was opened; null where it was not.' })
  openedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The time it promises; null where it promises none.' })
  promisedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When that was kept; null where it was not.' })
  keptAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it offers, as the source names it; null without an offer.',
  })
  offer!: string | null;

  @Field(() => Code, { nullable: true, description: 'treated or hold_out in an experiment; null outside one.' })
  arm!: Code | null;

  customerId!: string;
  orderId!: string | null;
  caseId!: string | null;
}

export const MessageConnection = connectionOf(Message, 'Message', 'messages to customers', rowReaders);

@InputType({ description: 'Which messages; all conditions must hold.' })
export class MessageWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'The messages behind a figure that counts them.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this kind.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'By this channel.' })
  channel?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'What it promised was kept in time, or not; those that promise nothing or are not due are in neither.',
  })
  promiseKept?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Sent on this day or later.' })
  sentFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Sent on this day or earlier.' })
  sentTo?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
