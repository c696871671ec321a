import { Field, ID, Int } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { QuarantineReason } from '../quarantine/index.ts';
import { RunState } from '../runs/index.ts';

@OutputType({ roles: everyone, description: 'Refused rows that wait, for one reason in one feed.' })
export class ReasonCount {
  @Field(() => QuarantineReason, { description: 'Why they were refused.' })
  reason!: QuarantineReason;

  @Field(() => String, { description: 'The feed.' })
  feed!: string;

  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => Int, { description: 'How many wait.' })
  rows!: number;

  @Field(() => DateTime, { description: 'Since when the oldest waits.' })
  since!: Date;
}

@OutputType({
  roles: everyone,
  description: 'Records that came before the record they belong to; they heal when it comes.',
})
export class PendingCount {
  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => String, { description: 'The feed.' })
  feed!: string;

  @Field(() => String, { description: 'What they wait for, such as order.' })
  parentConcept!: string;

  @Field(() => Int, { description: 'How many wait.' })
  rows!: number;

  @Field(() => DateTime, { description: 'Since when the oldest waits.' })
  since!: Date;

  @Field(() => [String], { description: 'Up to five ids, in the source, of what is waited for; empty for executives.' })
  sample!: string[];
}

@OutputType({ roles: everyone, description: 'How one run left a feed.' })
export class FeedRunOutcome {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field(() => RunState, { description: 'How it ended.' })
  state!: RunState;

  @Field(() => Int, { description: 'Rows it refused in this feed.' })
  quarantined!: number;

  @Field(() => DateTime, { description: 'When it began.' })
  at!: Date;
}

@OutputType({ roles: everyone, description: 'How fresh a feed is.' })
export class FeedHealth {
  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => String, { description: 'The feed.' })
  feed!: string;

  @Field(() => LocalizedText, { description: 'What the feed carries.' })
  title!: LocalizedText;

  @Field(() => Int, { description: 'Rows that are live.' })
  rows!: number;

  @Field(() => DateTime, { nullable: true, description: 'The latest event time seen; null where the feed has none.' })
  dataThrough!: Date | null;

  @Field(() => DateTime, { description: 'When it was last published.' })
  lastPublishedAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes within which the source promised new data; null without a promise.',
  })
  freshnessPromiseMinutes!: number | null;

  @Field(() => [FeedRunOutcome], { description: 'Its last ten runs, latest first.' })
  lastRuns!: FeedRunOutcome[];
}

@OutputType({
  roles: everyone,
  description: 'Something odd in the data as delivered: loaded as it is, counted, and shown.',
})
export class Oddity {
  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What is odd.' })
  title!: LocalizedText;

  @Field(() => Int, { description: 'How many.' })
  rows!: number;
}

@OutputType({
  roles: everyone,
  description: 'Whether the data can be trusted: what is loaded, how fresh, what was refused, what waits, what is odd.',
})
export class DataHealth {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The latest order day over all shops; null before the first load.',
  })
  asOf!: string | null;

  @Field(() => String, { description: 'The published state; another means other data.' })
  dataVersion!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was published; null before the first load.' })
  publishedAt!: Date | null;
}
