import { Field, Float, Int } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Money, Period } from '../../platform/graphql/shared.type.ts';
import { Interval, MetricHead, MetricId } from '../metrics/index.ts';
import { InitiativeVerdict, LeftOutReason, PreTrendVerdict, UnknownReason } from './initiative.enums.ts';
import { Initiative } from './initiative.type.ts';

const inUnit = 'in the metric’s unit (shares: 0.01 is one percentage point)';

@OutputType({ roles: everyone, description: 'A figure of one side with what it rests on.' })
export class EffectFigure {
  @Field(() => Float, {
    description:
      'Its value. Of a horizon the mean over groups with the weights of the estimate, so that the four figures add up to it.',
  })
  value!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Above the line, added up over the groups; null where there is no line.',
  })
  numerator!: number | null;

  @Field(() => Int, { description: 'Rows it rests on, added up over the groups.' })
  rows!: number;
}

@OutputType({ roles: everyone, description: 'A placebo test: the programme assigned to other groups (Fisher 1935).' })
export class PlaceboTest {
  @Field(() => Float, {
    description: 'Share of assignments with a difference at least as large, the real one among them.',
  })
  p!: number;

  @Field(() => Int, { description: 'Assignments tried.' })
  tried!: number;

  @Field(() => Boolean, { description: 'All that are possible were tried.' })
  exhaustive!: boolean;
}

@OutputType({ roles: everyone, description: 'What is known so many days after the start.' })
export class EffectHorizon {
  @Field(() => Int, { nullable: true, description: 'Days since the start: 30, 60, 90; null: all days known.' })
  days!: number | null;

  @Field(() => Period, { description: 'The days after the start that are looked at.' })
  period!: Period;

  @Field(() => Boolean, { description: 'All outcomes of these days are known; else nothing is told of them yet.' })
  complete!: boolean;

  @Field(() => LocalDate, { description: 'The day from which they are.' })
  completeOn!: string;

  @Field(() => Float, {
    nullable: true,
    description: `Difference in differences, ${inUnit}; null where it cannot be estimated.`,
  })
  effect!: number | null;

  @Field(() => Interval, { nullable: true, description: `Its range, ${inUnit}.` })
  interval!: Interval | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The effect out of what would have been without it: 0.15 is +15 %.',
  })
  relative!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of that (delta method).' })
  relativeInterval!: Interval | null;

  @Field(() => InitiativeVerdict, { description: 'What can be said at this horizon alone.' })
  verdict!: keyof typeof InitiativeVerdict;

  @Field(() => EffectFigure, { nullable: true, description: 'The groups reached, before the start.' })
  treatedBefore!: EffectFigure | null;

  @Field(() => EffectFigure, { nullable: true, description: 'The groups reached, since the start.' })
  treatedAfter!: EffectFigure | null;

  @Field(() => EffectFigure, { nullable: true, description: 'The groups compared with, before the start.' })
  controlBefore!: EffectFigure | null;

  @Field(() => EffectFigure, { nullable: true, description: 'The groups compared with, since the start.' })
  controlAfter!: EffectFigure | null;

  @Field(() => PlaceboTest, {
    nullable: true,
    description: 'The same difference with the programme assigned to other groups.',
  })
  placebo!: PlaceboTest | null;

  @Field(() => Float, {
    nullable: true,
    description: `The smallest effect that 80 of 100 such studies would tell from chance (Bloom 1995), ${inUnit}.`,
  })
  detectable!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Rows since the start in the groups reached that would do to find what matters; null where no number of rows does, because the groups differ too much among themselves.',
  })
  rowsNeeded!: number | null;

  @Field(() => Int, { nullable: true, description: 'Groups less two: what Student’s interval rests on.' })
  degreesOfFreedom!: number | null;
}

@OutputType({ roles: everyone, description: 'A group that is compared with.' })
export class ControlGroup {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What readers call it.' })
  label!: Text;

  @Field(() => EffectFigure, { description: 'Before the start.' })
  before!: EffectFigure;

  @Field(() => EffectFigure, { nullable: true, description: 'Since the start; null where nothing was measured.' })
  after!: EffectFigure | null;
}

@OutputType({ roles: everyone, description: 'A group that is not compared with.' })
export class LeftOutGroup {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What readers call it.' })
  label!: Text;

  @Field(() => LeftOutReason, { description: 'Why.' })
  reason!: keyof typeof LeftOutReason;

  @Field(() => LocalizedText, { description: 'Why, in words.' })
  reasonLabel!: Text;

  @Field(() => String, { nullable: true, description: 'Of OTHER_INITIATIVE: its code.' })
  initiative!: string | null;
}

@OutputType({ roles: everyone, description: 'Another programme that met the same groups in the same time.' })
export class InitiativeOverlap {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  label!: Text;

  @Field(() => [String], { description: 'The groups both reached.' })
  groups!: string[];
}

@OutputType({ roles: everyone, description: 'Whether both sides moved alike before the start.' })
export class PreTrend {
  @Field(() => PreTrendVerdict, { description: 'What can be said.' })
  verdict!: keyof typeof PreTrendVerdict;

  @Field(() => Float, {
    nullable: true,
    description: `By how much more the groups reached moved over 90 days before the start, ${inUnit}; null where unknown.`,
  })
  drift!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Its range.' })
  interval!: Interval | null;
}

@OutputType({ roles: everyone, description: 'Both sides over thirty days; the last stretch may be shorter.' })
export class EffectTrendPoint {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, included.' })
  to!: string;

  @Field(() => Int, { description: 'Days from the start to the first day; negative before it.' })
  offset!: number;

  @Field(() => EffectFigure, { nullable: true, description: 'All groups reached together; null below five rows.' })
  treated!: EffectFigure | null;

  @Field(() => EffectFigure, {
    nullable: true,
    description: 'All groups compared with together; null below five rows.',
  })
  control!: EffectFigure | null;
}

@OutputType({ roles: everyone, description: 'What a programme cost against what it brought. Sales, not profit.' })
export class InitiativeReturn {
  @Field(() => Money, { description: 'What it cost in all.' })
  cost!: Money;

  @Field(() => Float, {
    description:
      'Outcomes it brought since its start (avoided, where less is better): the effect times the rows of the groups reached. Below 0: it lost them.',
  })
  outcomes!: number;

  @Field(() => Float, { description: 'Lower end of that.' })
  outcomesLow!: number;

  @Field(() => Float, { description: 'Upper end of that.' })
  outcomesHigh!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'Cost of one of them; null where the effect is not told from none.',
  })
  costPerOutcome!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'What one is worth in sales: the mean value of an order of these groups, where an outcome is a customer who comes back; else null.',
  })
  worth!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Sales they brought.' })
  value!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Lower end of that.' })
  valueLow!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Upper end of that.' })
  valueHigh!: Money | null;
}

@OutputType({
  roles: everyone,
  description:
    'Whether a programme worked: the change of the groups it reached since its start, less the change of others in the same days. The interval lets groups stray by themselves (random effects of groups: DerSimonian and Laird 1986, Hartung and Knapp 2001).',
})
export class InitiativeFinding {
  @Field(() => Initiative, { description: 'The programme.' })
  initiative!: Initiative;

  @Field(() => MetricHead, {
    nullable: true,
    description: 'What is looked at; null where the programme names no known metric.',
  })
  metric!: MetricHead | null;

  @Field(() => InitiativeVerdict, { description: 'What can be said over all days known.' })
  verdict!: keyof typeof InitiativeVerdict;

  @Field(() => UnknownReason, { nullable: true, description: 'Of CANNOT_TELL: why.' })
  reason!: keyof typeof UnknownReason | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of EFFECT: for the better; null otherwise, and where the metric is neither good nor bad.',
  })
  better!: boolean | null;

  @Field(() => LocalizedText, { description: 'The verdict as a sentence.' })
  sentence!: Text;

  @Field(() => LocalizedText, { nullable: true, description: 'Of CANNOT_TELL: what would help.' })
  remedy!: Text | null;

  @Field(() => [EffectHorizon], {
    description: 'All days known first, then 30, 60 and 90 days; empty where nothing can be looked at.',
  })
  horizons!: EffectHorizon[];

  @Field(() => Float, {
    nullable: true,
    description: `The smallest effect that would matter, ${inUnit}: the one claimed, else a tenth of what would have been.`,
  })
  matters!: number | null;

  @Field(() => Boolean, { description: 'True where `matters` is what was claimed.' })
  claimed!: boolean;

  @Field(() => [ControlGroup], { description: 'With whom it is compared, the largest first.' })
  controls!: ControlGroup[];

  @Field(() => [LeftOutGroup], { description: 'Who was not compared with, and why.' })
  leftOut!: LeftOutGroup[];

  @Field(() => [InitiativeOverlap], {
    description: 'Programmes that met the same groups in the same time; empty: none.',
  })
  overlaps!: InitiativeOverlap[];

  @Field(() => PreTrend, { description: 'Whether both sides moved alike before.' })
  preTrend!: PreTrend;

  @Field(() => [EffectTrendPoint], { description: 'Both sides, thirty days by thirty days.' })
  trend!: EffectTrendPoint[];

  @Field(() => InitiativeReturn, {
    nullable: true,
    description: 'Cost and return; null where the cost is not known or outcomes cannot be counted.',
  })
  money!: InitiativeReturn | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last order day loaded of its shop.' })
  asOf!: string | null;

  @Field(() => String, { description: 'The published state that was read.' })
  dataVersion!: string;
}

@OutputType({
  roles: everyone,
  description: 'A programme as a chart of its metric shows it: from when to when, with its verdict.',
})
export class InitiativeAnnotation {
  @Field(() => MetricId, { description: 'The metric on whose charts it belongs.' })
  metric!: string;

  @Field(() => String, { description: 'Code of the programme.' })
  code!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  label!: Text;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null while it goes on.' })
  endsOn!: string | null;

  @Field(() => InitiativeVerdict, { description: 'Whether it worked.' })
  verdict!: keyof typeof InitiativeVerdict;

  @Field(() => Boolean, { nullable: true, description: 'Of EFFECT: for the better.' })
  better!: boolean | null;

  @Field(() => Float, { nullable: true, description: `The effect over all days known, ${inUnit}.` })
  effect!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Its range.' })
  interval!: Interval | null;

  @Field(() => LocalizedText, { description: 'The verdict as a sentence.' })
  sentence!: Text;
}
