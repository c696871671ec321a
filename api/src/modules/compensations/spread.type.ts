import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({
  roles: everyone,
  description: 'What the same failure was worth: a wide spread says that the standard is not clear.',
})
export class CompensationSpread {
  @Field(() => DimensionValue, { description: 'The failure.' })
  failure!: DimensionValue;

  @Field(() => Int, {
    description: 'Orders of the period it happened to; 0 where it is only known from what was granted.',
  })
  failures!: number;

  @Field(() => Int, { description: 'Of those, the orders it was made up for by name.' })
  compensated!: number;

  @Field(() => Float, {
    nullable: true,
    description: '`compensated` out of `failures`, 0 to 1; null without failures.',
  })
  share!: number | null;

  @Field(() => Int, {
    description: 'Orders of the period that something was granted to for it: the sample of the amounts.',
  })
  granted!: number;

  @Field(() => Money, { nullable: true, description: 'Median granted to an order; null where nothing was.' })
  medianAmount!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'One in ten orders was granted less; null where nothing was granted.',
  })
  p10!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Nine in ten orders were granted less; null likewise.' })
  p90!: Money | null;

  @Field(() => Money, { description: 'Granted in all.' })
  total!: Money;
}
