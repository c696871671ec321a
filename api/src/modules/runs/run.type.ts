import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { SchemaDrift } from './drift.type.ts';

export const RunState = describedEnum('RunState', 'How an ingestion run stands.', {
  RUNNING: 'At work; its heartbeat is recent.',
  COMMITTED: 'Published; readers see its rows.',
  UNCHANGED: 'Read everything and found nothing new.',
  FAILED: 'Stopped; nothing of it was published.',
});
export type RunState = keyof typeof RunState;

@OutputType({
  roles: everyone,
  description:
    'What became of the records of one file in one feed. read = inserted + updated + unchanged + duplicate + superseded + pending + quarantined.',
})
export class RunFeedCount {
  @Personal('of a thing')
  @Field(() => String, { description: 'The file; empty in totals.' })
  fileName!: string;

  @Field(() => String, { description: 'The feed; empty in totals.' })
  feed!: string;

  @Field(() => Boolean, { description: 'True for the feed that answers for every record of the file.' })
  home!: boolean;

  @Field(() => Int, { description: 'Records read.' })
  read!: number;

  @Field(() => Int, { description: 'New rows.' })
  inserted!: number;

  @Field(() => Int, { description: 'Rows that changed.' })
  updated!: number;

  @Field(() => Int, { description: 'Rows that stayed as they were.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Repeated records of one delivery.' })
  duplicate!: number;

  @Field(() => Int, { description: 'Records older than what is known.' })
  superseded!: number;

  @Field(() => Int, { description: 'Records that wait for their parent.' })
  pending!: number;

  @Field(() => Int, { description: 'Records refused, kept with their reason.' })
  quarantined!: number;

  @Field(() => Int, { description: 'Rows of earlier snapshots that this one no longer has; not part of read.' })
  deleted!: number;

  @Field(() => Int, { description: 'Rows that had waited and found their parent; not part of read.' })
  healed!: number;

  @Field(() => Boolean, { description: 'Whether the sum holds: every record read is accounted for.' })
  balanced!: boolean;
}

@OutputType({ roles: everyone, description: 'One pass of a source through the load engine.' })
export class IngestionRun {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => String, { description: 'What started it: cli, demo, schedule, api, backfill, replay or push.' })
  trigger!: string;

  @Field(() => RunState, { description: 'How it stands.' })
  state!: RunState;

  @Field(() => String, {
    description:
      'Where it is, or where it stopped: fetch, discover, landing, stage, merge, journey, rollup, commit or done.',
  })
  stage!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  finishedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it last showed a sign of life.' })
  heartbeatAt!: Date;

  @Field(() => Float, { nullable: true, description: 'Seconds from begin to end; null while it runs.' })
  durationSeconds!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The state of the data it published; null where it published nothing.',
  })
  dataVersion!: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of failure; null unless it failed.' })
  errorCode!: string | null;

  @Field(() => String, { nullable: true, description: 'What happened, where, and what to do; null unless it failed.' })
  errorMessage!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'The moment of its schedule, or the begin of the stretch of a backfill, that it was for; null without one.',
  })
  window!: Date | null;

  @Field(() => [LocalizedText], { description: 'Remarks, such as deletions that were withheld.' })
  notes!: LocalizedText[];

  @Field(() => [SchemaDrift], {
    description: 'How the delivery differed from what is declared, or from the one before it.',
  })
  drift!: SchemaDrift[];
}

export const IngestionRunConnection = connectionOf(IngestionRun, 'IngestionRun', 'runs', everyone);

@InputType({ description: 'Which runs; all conditions must hold.' })
export class IngestionRunWhere {
  @Field(() => String, { nullable: true, description: 'Of this source.' })
  source?: string | null;

  @Field(() => RunState, { nullable: true, description: 'In this state.' })
  state?: RunState | null;
}
