import { Field, InputType, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, Personal } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionFilter, DimensionValue } from '../dimensions/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

@OutputType({ roles: rowReaders, description: 'A question the shop asked a customer, and the answer.' })
export class Survey extends SourceRow {
  @Field(() => Code, { description: 'csat (1 to 5), nps (0 to 10) or ces (1 to 7, high = easy).' })
  kind!: Code;

  @Field(() => DimensionValue, { nullable: true, description: 'What it asks about; null where that is not said.' })
  subject!: DimensionValue | null;

  @Field(() => DateTime, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => LocalDate, { description: 'The day it was sent, in the shop’s zone.' })
  sentOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered; null while it is not.' })
  answeredAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The answer on the scale of its kind; null while there is none.' })
  score!: number | null;

  @Personal('free text')
  @Field(() => String, { nullable: true, description: 'What the customer added; null without words.' })
  comment!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the customer was told what came of the answer; null where nobody told.',
  })
  closedAt!: Date | null;

  customerId!: string;
  orderId!: string | null;
  caseId!: string | null;
}

export const SurveyConnection = connectionOf(Survey, 'Survey', 'surveys', rowReaders);

@InputType({ description: 'Which surveys; all conditions must hold.' })
export class SurveyWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'The surveys behind a figure that counts them.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => String, { nullable: true, description: 'csat, nps or ces.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'About this: service, delivery, product or shop.' })
  subject?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Answered, or not.' })
  answered?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Answered with at most so much.' })
  scoreAtMost?: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'Sent on this day or later.' })
  sentFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Sent on this day or earlier.' })
  sentTo?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
