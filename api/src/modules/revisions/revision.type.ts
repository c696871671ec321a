import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Period } from '../../platform/graphql/shared.type.ts';
import { MetricHead, MetricId } from '../metrics/index.ts';

export const FigureChangeCause = describedEnum('FigureChangeCause', 'Why a published figure moved.', {
  LATE_ROWS: 'Rows of a closed month came late.',
  CORRECTIONS: 'Rows that were known were corrected.',
  DELETIONS: 'Rows that were known were taken away.',
  REPLAY: 'Refused rows were mended and loaded.',
  BACKFILL: 'Earlier windows were loaded afterwards.',
  DEFINITION: 'The definition of the metric changed.',
});
export type FigureChangeCause = keyof typeof FigureChangeCause;

@OutputType({ roles: everyone, description: 'A figure as it was published for a closed month.' })
export class PublishedFigure {
  @Field(() => Float, { nullable: true, description: 'In the metric’s unit; null: there was nothing to measure.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'What was counted.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Out of what; null for plain counts and sums.' })
  denominator!: number | null;

  @Field(() => Int, { description: 'Rows the value rests on.' })
  sample!: number;

  @Field(() => Int, { description: 'Version of the definition.' })
  version!: number;

  @Field(() => ID, { description: 'The run that published it.' })
  runId!: string;
}

@OutputType({
  roles: everyone,
  description:
    'A figure of a closed month that a later load moved by more than its threshold. Watched are the metrics served by rollups, for each shop as a whole. Its rows: `orders(where: {behind: …, broughtByRun: runId})`.',
})
export class FigureChange {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => MetricHead, { description: 'What was published.' })
  metric!: MetricHead;

  @Field(() => Period, { description: 'The closed month.' })
  month!: Period;

  @Field(() => PublishedFigure, { description: 'As it had been published.' })
  before!: PublishedFigure;

  @Field(() => PublishedFigure, { description: 'As it is published since.' })
  after!: PublishedFigure;

  @Field(() => Float, { description: 'The least change that is told, in the metric’s unit.' })
  threshold!: number;

  @Field(() => FigureChangeCause, { description: 'Why it moved.' })
  cause!: FigureChangeCause;

  @Field(() => LocalizedText, { description: 'The cause for readers.' })
  causeTitle!: LocalizedText;

  @Field(() => String, { description: 'Source of the run that moved it.' })
  source!: string;

  @Field(() => ID, { description: 'The run that moved it.' })
  runId!: string;

  @Field(() => String, { description: 'The published state since which it reads differently.' })
  dataVersion!: string;

  @Field(() => DateTime, { description: 'When it moved.' })
  changedAt!: Date;
}

export const FigureChangeConnection = connectionOf(FigureChange, 'FigureChange', 'changed figures', everyone);

@InputType({ description: 'Which changed figures; all conditions must hold.' })
export class FigureChangeWhere {
  @Field(() => [MetricId], { nullable: true, description: 'Of one of these metrics.' })
  metrics?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => ID, { nullable: true, description: 'Moved by this run.' })
  runId?: string | null;
}
