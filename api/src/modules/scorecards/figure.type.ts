import { ArgsType, Field } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { DimensionFilter } from '../dimensions/index.ts';
import { Comparison, MetricHead, MetricId, MetricPoint, PeriodInput } from '../metrics/index.ts';

@OutputType({
  roles: everyone,
  description: 'One figure of a scorecard: the same accountable figure that `metrics` gives.',
})
export class Figure {
  @Field(() => MetricHead, { description: 'What is shown, with unit, direction and target.' })
  metric!: MetricHead;

  @Field(() => MetricPoint, {
    nullable: true,
    description: 'The figure over the whole period; null where nothing of the period can be counted for it.',
  })
  point!: MetricPoint | null;
}

@ArgsType()
export class ScorecardArguments {
  @Field(() => PeriodInput, { description: 'The days to look at, both inclusive.' })
  period!: PeriodInput;

  @Field(() => [MetricId], {
    nullable: true,
    description: 'Which figures; without it the usual ones. A metric must carry the dimension the card is about.',
  })
  metrics?: string[] | null;

  @Field(() => [DimensionFilter], {
    nullable: true,
    description: 'Filters, such as a region; all must hold, and every metric must carry them.',
  })
  where?: DimensionFilter[] | null;

  @Field(() => [Comparison], { nullable: true, description: 'Earlier periods to set beside each figure.' })
  compare?: (keyof typeof Comparison)[] | null;
}
