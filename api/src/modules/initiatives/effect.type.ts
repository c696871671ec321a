import { Field, Float, Int } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Period } from '../../platform/graphql/shared.type.ts';
import { Interval } from '../metrics/index.ts';
import { InitiativeVerdict, LeftOutReason, PreTrendVerdict } from './initiative.enums.ts';

export const inUnit = 'in the metric’s unit (shares: 0.01 is one percentage point)';

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

@OutputType({ roles: everyone, description: 'A group of a study: one it reached, or one it is compared with.' })
export class StudiedGroup {
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
