import { Field, Float, Int } from 'type-graphql';
import type { DriverFactorId, DriverOutcome as Outcome, DriverVerdict as Verdict } from '@rapport/model/findings';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Period } from '../../platform/graphql/shared.type.ts';
import { Interval } from '../metrics/index.ts';
import { DriverFactor, DriverOutcome, DriverVerdict } from './driver.enums.ts';

@OutputType({
  roles: everyone,
  description: 'How often the outcome came at one level of a factor, nothing else held equal.',
})
export class DriverLevel {
  @Field(() => LocalizedText, { description: 'The level.' })
  label!: LocalizedText;

  @Field(() => Int, { description: 'Orders of it; 0 where they are so few that they are withheld.' })
  orders!: number;

  @Field(() => Int, { description: 'Of them, those with the outcome.' })
  hits!: number;

  @Field(() => Float, { nullable: true, description: '`hits` out of `orders`, 0 to 1; null where withheld.' })
  share!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of the share (Wilson 1927).' })
  interval!: Interval | null;
}

@OutputType({ roles: everyone, description: 'Another factor that goes along with one.' })
export class DriverCompanion {
  @Field(() => DriverFactor, { description: 'The other factor.' })
  factor!: DriverFactorId;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  label!: LocalizedText;

  @Field(() => Float, { description: 'Pearson’s correlation, −1 to 1.' })
  correlation!: number;
}

@OutputType({ roles: everyone, description: 'A factor, and how much of the outcome goes with it.' })
export class Driver {
  @Field(() => DriverFactor, { description: 'The factor.' })
  factor!: DriverFactorId;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  label!: LocalizedText;

  @Field(() => Float, {
    description:
      'Its relative weight (Johnson 2000): its part of what all factors explain together, 0 to 1. All of them add up to 1.',
  })
  weight!: number;

  @Field(() => Interval, { description: 'Range of the weight, from fits to customers drawn anew.' })
  weightInterval!: Interval;

  @Field(() => Float, { description: 'The weight as a share of the outcome’s variance, 0 to 1.' })
  rawWeight!: number;

  @Field(() => DriverVerdict, { description: 'What can be said of it.' })
  verdict!: Verdict;

  @Field(() => Boolean, {
    description: 'True of what the shop does, in delivery or service; false of who buys what, and when.',
  })
  lever!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'What one step more, or yes against no, goes with when the other factors are equal, as a difference of shares: 0.05 is 5 points more orders with the outcome. Null for categories.',
  })
  effect!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of the effect.' })
  effectInterval!: Interval | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What one step is; null for yes or no and for categories.',
  })
  step!: LocalizedText | null;

  @Field(() => Float, {
    description:
      'Share of the orders it can be said of, of which it is known, 0 to 1; the others are taken to be like the mean.',
  })
  known!: number;

  @Field(() => LocalizedText, { nullable: true, description: 'The orders it can be said of; null: all.' })
  applies!: LocalizedText | null;

  @Field(() => [DriverLevel], { description: 'How often the outcome came at each of its levels.' })
  levels!: DriverLevel[];

  @Field(() => [DriverCompanion], {
    description: 'Factors that correlate with it by 0.3 or more, the closest first: with them it shares its weight.',
  })
  alongWith!: DriverCompanion[];
}

@OutputType({ roles: everyone, description: 'A factor that was not asked, and why.' })
export class DriverLeftOut {
  @Field(() => DriverFactor, { description: 'The factor.' })
  factor!: DriverFactorId;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  label!: LocalizedText;

  @Field(() => LocalizedText, { description: 'Why it is not asked.' })
  reason!: LocalizedText;
}

@OutputType({
  roles: everyone,
  description: 'Which factors of the journey go with an outcome: association, never cause.',
})
export class Drivers {
  @Field(() => DriverOutcome, { description: 'The outcome.' })
  outcome!: Outcome;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'The answer in one sentence; why there is none where there is none.' })
  headline!: LocalizedText;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'Why nothing was fitted, and what to ask instead; null where it was.',
  })
  refusal!: LocalizedText | null;

  @Field(() => Period, {
    description: 'The days that were asked for; orders whose outcome is still open are left out.',
  })
  period!: Period;

  @Field(() => Int, { description: 'Orders that were looked at.' })
  orders!: number;

  @Field(() => Int, { description: 'Of them, those with the outcome.' })
  hits!: number;

  @Field(() => Float, { nullable: true, description: '`hits` out of `orders`, 0 to 1; null without orders.' })
  share!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of the share (Wilson 1927).' })
  shareInterval!: Interval | null;

  @Field(() => Float, {
    description:
      'Part of the customers that were looked at, always the same ones, by their id: 1 for all. Beyond some 30,000 orders about 25,000 are looked at.',
  })
  sampled!: number;

  @Field(() => Int, { description: 'Orders there are; estimated where only a part was looked at.' })
  population!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the outcome’s variance that all factors explain together (R²), 0 to 1; null where nothing was fitted.',
  })
  explained!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of that share.' })
  explainedInterval!: Interval | null;

  @Field(() => [Driver], { description: 'The factors, the heaviest first; empty where nothing was fitted.' })
  drivers!: Driver[];

  @Field(() => [DriverLeftOut], { description: 'What was not asked, and why.' })
  leftOut!: DriverLeftOut[];

  @Field(() => LocalizedText, { description: 'How it was found, with its sources.' })
  method!: LocalizedText;

  @Field(() => LocalDate, { nullable: true, description: 'The last order day loaded.' })
  asOf!: string | null;

  @Field(() => String, { description: 'The published state that answered.' })
  dataVersion!: string;
}
