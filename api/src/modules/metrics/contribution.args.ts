import { ArgsType, Field, Int } from 'type-graphql';
import { Dimension, DimensionFilter } from '../dimensions/index.ts';
import { Comparison, MetricId } from './metric.enums.ts';
import { PeriodInput } from './metric.input.ts';

@ArgsType()
export class ContributionArgs {
  @Field(() => MetricId, { description: 'The metric whose change is to be explained.' })
  metric!: string;

  @Field(() => PeriodInput, { description: 'The later days, both inclusive.' })
  period!: PeriodInput;

  @Field(() => Comparison, {
    nullable: true,
    description: 'With what they are compared; without it with `against` where that is given, else PREVIOUS_PERIOD.',
  })
  compare?: keyof typeof Comparison | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'Any earlier days to compare with: as many, or as many whole calendar months.',
  })
  against?: PeriodInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The event of SAME_DAYS_OF_EVENT, such as DOUBLE_11; `comparableEvents` lists them.',
  })
  event?: string | null;

  @Field(() => [Dimension], {
    nullable: true,
    defaultValue: [],
    description:
      'One or two dimensions to cut by. Without them the usual ones are searched, up to six, and pairs of the three that tell most; what came of a row (late, canceled) is searched only by name.',
  })
  by?: (keyof typeof Dimension)[] | null;

  @Field(() => [DimensionFilter], { nullable: true, defaultValue: [], description: 'Filters; all must hold.' })
  where?: DimensionFilter[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 10,
    description: 'Slices shown of each cut, at most 100; the others are in `rest`.',
  })
  limit?: number | null;
}

/** Dimensions searched and pairs made of them, where none is named. */
const CUTS_SEARCHED = 9;

/** Each cut reads all its slices twice; those shown weigh as much as points. */
export function priceOfContribution(args: Record<string, unknown>): number {
  const { by, limit } = args as unknown as ContributionArgs;
  const cuts = by && by.length > 0 ? 1 : CUTS_SEARCHED;
  return 5 + cuts * (30 + (limit ?? 10) / 5);
}
