import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Period } from '../../platform/graphql/shared.type.ts';
import { Dimension, DimensionValue } from '../dimensions/index.ts';
import { ComparedEvent, Interval, MetricHead } from './answer.type.ts';
import { Comparison, Verdict } from './metric.enums.ts';

const mix =
  'Of it, what came of a changed weight: (w₁ − w₀) · ((r₀ + r₁)/2 − (R₀ + R₁)/2), w the slice’s share of the denominator, r its value, R the total’s (Kitagawa 1955). Null for counts and sums.';
const rate =
  'Of it, what came of a changed value: (w₀ + w₁)/2 · (r₁ − r₀); 0 for a slice that one period lacks. Null for counts and sums.';

@OutputType({ roles: everyone, description: 'What one slice brought to a change.' })
export class ContributionSlice {
  @Field(() => [DimensionValue], { description: 'The slice, one value for each dimension of the cut.' })
  key!: DimensionValue[];

  @Field(() => Float, { nullable: true, description: 'Its own value; null where there is nothing to measure.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its own value in the earlier period.' })
  before!: number | null;

  @Field(() => Int, { description: 'Rows its value rests on.' })
  sample!: number;

  @Field(() => Int, { description: 'Rows its earlier value rests on.' })
  sampleBefore!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Its share of the denominator, for counts and sums of the total; null where it is no share (nothing to be part of, or below 0).',
  })
  weight!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same in the earlier period.' })
  weightBefore!: number | null;

  @Field(() => Float, {
    description: 'Its part of the change, in the metric’s unit (shares: 0.01 is one percentage point).',
  })
  contribution!: number;

  @Field(() => Float, { nullable: true, description: mix })
  mix!: number | null;

  @Field(() => Float, { nullable: true, description: rate })
  rate!: number | null;

  @Field(() => Interval, {
    nullable: true,
    description:
      'Range of its part with 95 % confidence, the totals taken as known (ranges of rate and share squared and added, Zou and Donner 2008); null where none applies.',
  })
  interval!: Interval | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True where chance explains it in less than 5 % even though all slices of the cut were looked at (Holm 1979). Null where that cannot be said.',
  })
  significant!: boolean | null;

  @Field(() => Verdict, { description: 'What it means for the total.' })
  verdict!: keyof typeof Verdict;
}

@OutputType({ roles: everyone, description: 'All slices of a cut that are not shown one by one.' })
export class ContributionRest {
  @Field(() => Int, {
    description: 'How many; slices beyond the 1,000 largest of a period are in its parts, but not in this number.',
  })
  slices!: number;

  @Field(() => Int, {
    description:
      'Of them, those with fewer rows than the metric’s minimum sample in both periods, or withheld because few customers stand behind them.',
  })
  tooFew!: number;

  @Field(() => Float, { description: 'Their part of the change.' })
  contribution!: number;

  @Field(() => Float, { nullable: true, description: 'Of it, what came of changed weights.' })
  mix!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of it, what came of changed values.' })
  rate!: number | null;
}

@OutputType({
  roles: everyone,
  description: 'A change cut by one or two dimensions. Slices and rest add up to it exactly, to the last bit.',
})
export class ContributionCut {
  @Field(() => [Dimension], { description: 'The one or two dimensions.' })
  by!: (keyof typeof Dimension)[];

  @Field(() => LocalizedText, { description: 'What they are called: “Region × Carrier”.' })
  title!: LocalizedText;

  @Field(() => Float, { description: 'The whole change.' })
  contribution!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of it, what came of changed weights. Every slice may improve and the total worsen: then this is what made it.',
  })
  mix!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of it, what came of changed values.' })
  rate!: number | null;

  @Field(() => [ContributionSlice], { description: 'The largest parts first, whatever their direction.' })
  slices!: ContributionSlice[];

  @Field(() => ContributionRest, { description: 'Everything else.' })
  rest!: ContributionRest;

  @Field(() => Float, {
    nullable: true,
    description:
      'How far the change lies elsewhere than sizes alone would put it: half the distances between the parts beyond chance and each slice’s earlier weight times the change, over the change. 0: everywhere alike. Null without a change.',
  })
  concentration!: number | null;
}

@OutputType({ roles: everyone, description: 'A cut that cannot be made.' })
export class RefusedCut {
  @Field(() => [Dimension], { description: 'Its dimensions.' })
  by!: (keyof typeof Dimension)[];

  @Field(() => LocalizedText, { description: 'What they are called.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, {
    description: 'Why: its slices overlap, the metric does not carry it, it costs too much.',
  })
  reason!: LocalizedText;
}

@OutputType({ roles: everyone, description: 'What changed between two periods, and which slices it comes from.' })
export class MetricContribution {
  @Field(() => MetricHead, { description: 'What is explained.' })
  metric!: MetricHead;

  @Field(() => Comparison, { description: 'With what the period is compared.' })
  compare!: keyof typeof Comparison;

  @Field(() => ComparedEvent, { nullable: true, description: 'Of SAME_DAYS_OF_EVENT: the event.' })
  event!: ComparedEvent | null;

  @Field(() => Period, { description: 'The days that were asked for.' })
  period!: Period;

  @Field(() => Period, {
    nullable: true,
    description: 'The earlier days; as many as today allows. Null where none of the period has begun.',
  })
  against!: Period | null;

  @Field(() => Float, { nullable: true, description: 'The total; null where there is nothing to measure.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'The earlier total.' })
  before!: number | null;

  @Field(() => Float, { nullable: true, description: 'Value minus the earlier value: what the parts add up to.' })
  change!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of the change.' })
  changeInterval!: Interval | null;

  @Field(() => Boolean, { nullable: true, description: 'False: chance alone explains the change.' })
  significant!: boolean | null;

  @Field(() => Verdict, { description: 'What the change means.' })
  verdict!: keyof typeof Verdict;

  @Field(() => Boolean, { description: 'False while late events may still change the later value.' })
  mature!: boolean;

  @Field(() => Boolean, { description: 'True where all is withheld because few customers stand behind the total.' })
  suppressed!: boolean;

  @Field(() => [ContributionCut], {
    description:
      'The cut asked for, else those found; the most concentrated first. Empty where there is no change to explain.',
  })
  cuts!: ContributionCut[];

  @Field(() => [RefusedCut], { description: 'Cuts that cannot be made, and why.' })
  refused!: RefusedCut[];

  @Field(() => LocalDate, { nullable: true, description: 'The last order day loaded of the shops asked.' })
  asOf!: string | null;

  @Field(() => String, { description: 'The published state that answered.' })
  dataVersion!: string;
}
