import { Field, Float, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

export const ForecastMeasure = describedEnum('ForecastMeasure', 'What is forecast for a peak.', {
  ORDERS: 'Orders, by the day they are placed.',
  PARCELS: 'Parcels, by the day they are handed to the carrier.',
  CONTACTS: 'Contacts that reach a person, by the day they are opened.',
});
export type ForecastMeasure = keyof typeof ForecastMeasure;

@OutputType({ roles: everyone, description: 'A peak of the calendar that lies ahead.' })
export class PeakEvent {
  @Field(() => String, { description: 'Its code, such as DOUBLE_11.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  label!: LocalizedText;

  @Field(() => LocalDate, { description: 'Its day 0, from which days are counted.' })
  day!: string;
}

@OutputType({ roles: everyone, description: 'A number to come, and between which it lies in 95 of 100 cases.' })
export class ForecastRange {
  @Field(() => Float, { description: 'What is expected.' })
  expected!: number;

  @Field(() => Float, { description: 'At least.' })
  low!: number;

  @Field(() => Float, { description: 'At most.' })
  high!: number;
}

@OutputType({ roles: everyone, description: 'A day of a peak to come.' })
export class ForecastDay extends ForecastRange {
  @Field(() => LocalDate, { description: 'The day.' })
  day!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'What the same day of the last such peak brought; null: unknown.',
  })
  lastTime!: number | null;
}

@OutputType({
  roles: everyone,
  description: 'What a peak brings of one measure, ten days before its day to two weeks after.',
})
export class MeasureForecast {
  @Field(() => ForecastMeasure, { description: 'What is forecast.' })
  measure!: ForecastMeasure;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  title!: LocalizedText;

  @Field(() => ForecastRange, {
    nullable: true,
    description: 'All days together; null where no earlier peak is known whole, or fewer than 28 calm days are.',
  })
  total!: ForecastRange | null;

  @Field(() => ForecastDay, { nullable: true, description: 'The heaviest day; null likewise.' })
  peak!: ForecastDay | null;

  @Field(() => Float, { description: 'A calm day at that time, for comparison.' })
  calm!: number;

  @Field(() => Int, { description: 'Earlier peaks it was learned from.' })
  learnedFrom!: number;

  @Field(() => [ForecastDay], { description: 'Day by day; empty where nothing can be told.' })
  days!: ForecastDay[];
}

@OutputType({ roles: everyone, description: 'How many people the desk needs on the heaviest day.' })
export class StaffingNeed {
  @Field(() => Float, {
    nullable: true,
    description:
      'Contacts an agent had on the busiest days on which first answers came in time as promised, or as often as usual where that is less; null: no such days are known.',
  })
  perAgent!: number | null;

  @Field(() => Int, { description: 'Days that tell it.' })
  days!: number;

  @Field(() => Float, { nullable: true, description: 'Share of first answers in time on those days, 0 to 1.' })
  inTime!: number | null;

  @Field(() => Float, { description: 'Agents with contacts on a mean day of the last eight weeks.' })
  usualAgents!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Agents for the heaviest day as expected; null where nothing tells it.',
  })
  agents!: number | null;

  @Field(() => Int, { nullable: true, description: 'Agents where that day comes to its upper end; null likewise.' })
  agentsHigh!: number | null;
}

@OutputType({ roles: everyone, description: 'What a carrier has to take on the heaviest day, and what it has shown.' })
export class CarrierNeed {
  @Field(() => DimensionValue, { description: 'The carrier.' })
  carrier!: DimensionValue;

  @Field(() => Float, { description: 'Its share of the parcels of the last eight weeks, 0 to 1.' })
  share!: number;

  @Field(() => Float, { description: 'Parcels on the heaviest day, at that share.' })
  expected!: number;

  @Field(() => Float, { description: 'Where that day comes to its upper end.' })
  high!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Parcels it took on its busiest days that still arrived in time as promised, or as often as usual where that is less; null: none are known.',
  })
  proven!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share that arrived in time on those days, 0 to 1.' })
  inTime!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Parcels beyond what it has shown; null where it has shown nothing.',
  })
  short!: number | null;
}

@OutputType({ roles: everyone, description: 'A peak of the past, forecast as far ahead, by what was known then.' })
export class PeakBacktest extends ForecastRange {
  @Field(() => ForecastMeasure, { description: 'What was forecast.' })
  measure!: ForecastMeasure;

  @Field(() => LocalizedText, { description: 'The event.' })
  event!: LocalizedText;

  @Field(() => LocalDate, { description: 'Its day 0.' })
  day!: string;

  @Field(() => Float, { description: 'What came.' })
  actual!: number;

  @Field(() => Boolean, { description: 'It came within the range.' })
  inside!: boolean;
}

@OutputType({ roles: everyone, description: 'What the next peak brings, and what the service promise then needs.' })
export class PeakForecast {
  @Field(() => PeakEvent, { description: 'The peak.' })
  event!: PeakEvent;

  @Field(() => LocalDate, { description: 'The last day known.' })
  asOf!: string;

  @Field(() => Int, { description: 'Days from there to the peak.' })
  daysAhead!: number;

  @Field(() => [MeasureForecast], { description: 'Orders, parcels, contacts.' })
  measures!: MeasureForecast[];

  @Field(() => StaffingNeed, { description: 'What the desk needs.' })
  staffing!: StaffingNeed;

  @Field(() => [CarrierNeed], { description: 'What carriers need, the largest first.' })
  carriers!: CarrierNeed[];

  @Field(() => [PeakBacktest], { description: 'The same method on the peaks that are over, the latest first.' })
  backtests!: PeakBacktest[];
}
