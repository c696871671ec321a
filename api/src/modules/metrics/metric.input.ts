import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { DimensionFilter } from '../dimensions/index.ts';
import { MetricId, MetricPart } from './metric.enums.ts';

@InputType({ description: 'Days from `from` to `to`, both inclusive, in the shop’s calendar.' })
export class PeriodInput {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, included.' })
  to!: string;
}

@InputType({ description: 'The rows behind a figure: the same metric, period and filters as the figure’s.' })
export class MetricRowsInput {
  @Field(() => MetricId, { description: 'The metric.' })
  metric!: string;

  @Field(() => MetricPart, {
    defaultValue: 'DENOMINATOR',
    description: 'The rows counted above the line, or all that were looked at.',
  })
  part!: keyof typeof MetricPart;

  @Field(() => PeriodInput, { description: 'The days of the figure.' })
  period!: PeriodInput;

  @Field(() => [DimensionFilter], {
    nullable: true,
    defaultValue: [],
    description: 'The filters of the figure, its slice among them.',
  })
  where?: DimensionFilter[] | null;
}
