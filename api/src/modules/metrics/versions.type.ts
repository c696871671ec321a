import { Field, Float, InputType, Int } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { MetricHead } from './answer.type.ts';

@InputType({ description: 'Two versions of a metric’s definition.' })
export class VersionPairInput {
  @Field(() => Int, { description: 'The earlier one.' })
  before!: number;

  @Field(() => Int, { description: 'The later one.' })
  after!: number;
}

@OutputType({ roles: everyone, description: 'What one version of a definition comes to.' })
export class VersionFigure {
  @Field(() => Float, { nullable: true, description: 'In the metric’s unit; null where there was nothing to measure.' })
  value!: number | null;

  @Field(() => Float, { description: 'What it counted.' })
  numerator!: number;

  @Field(() => Float, { nullable: true, description: 'Out of what; null for plain counts and sums.' })
  denominator!: number | null;
}

@OutputType({
  roles: everyone,
  description: 'Value under the later version minus value under the earlier one; `definition` and `rows` sum to it.',
})
export class VersionDifference {
  @Field(() => Float, { description: 'In the metric’s unit (shares: 0.01 is one percentage point).' })
  difference!: number;

  @Field(() => Float, { description: 'What the rows that both look at come to differently.' })
  definition!: number;

  @Field(() => Float, { description: 'What the rows bring that only one of them looks at.' })
  rows!: number;
}

@OutputType({
  roles: everyone,
  description:
    'How the figure in force moved since the bucket before; `customers` and `definition` sum to `total`. Where no new version came in between, `definition` is 0.',
})
export class VersionChange {
  @Field(() => Float, { description: 'From the figure in force then to the figure in force now.' })
  total!: number;

  @Field(() => Float, { description: 'What really happened: under the definition in force in the bucket before.' })
  customers!: number;

  @Field(() => Float, { description: 'What came of counting in another way.' })
  definition!: number;
}

@OutputType({ roles: everyone, description: 'Two versions of a definition over the same days.' })
export class VersionPoint {
  @Field(() => LocalDate, { description: 'First day of the bucket; for TOTAL the first day of the period.' })
  bucket!: string;

  @Field(() => LocalDate, { description: 'Last day of the bucket inside the period.' })
  bucketEnd!: string;

  @Field(() => VersionFigure, { nullable: true, description: 'Under the earlier version; null where withheld.' })
  before!: VersionFigure | null;

  @Field(() => VersionFigure, { nullable: true, description: 'Under the later version; null where withheld.' })
  after!: VersionFigure | null;

  @Field(() => Int, { description: 'Rows that both versions look at.' })
  sameRows!: number;

  @Field(() => Int, { description: 'Rows that only the earlier version looks at.' })
  onlyBefore!: number;

  @Field(() => Int, { description: 'Rows that only the later version looks at.' })
  onlyAfter!: number;

  @Field(() => VersionDifference, {
    nullable: true,
    description: 'Null where a version has no value, or where no row is looked at by both.',
  })
  difference!: VersionDifference | null;

  @Field(() => Int, {
    description:
      'Which of the two was in force when the bucket began; the earlier one also for days before there was any.',
  })
  inForce!: number;

  @Field(() => VersionChange, {
    nullable: true,
    description: 'Null in the first bucket, and where a value it takes is missing.',
  })
  change!: VersionChange | null;

  @Field(() => Boolean, { description: 'True where the values are withheld because few customers stand behind them.' })
  suppressed!: boolean;
}

@OutputType({ roles: everyone, description: 'A metric under two versions of its definition.' })
export class VersionComparison {
  @Field(() => MetricHead, { description: 'The metric in the earlier version.' })
  before!: MetricHead;

  @Field(() => MetricHead, { description: 'The metric in the later version.' })
  after!: MetricHead;

  @Field(() => [VersionPoint], { description: 'By day, without gaps.' })
  points!: VersionPoint[];
}
