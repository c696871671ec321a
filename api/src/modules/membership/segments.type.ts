import { Field, Float, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalizedText, Money } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({
  roles: everyone,
  description: 'Members who were in one tier before a period and are in another at its end.',
})
export class TierMigration {
  @Field(() => DimensionValue, {
    nullable: true,
    description: 'Tier at the end of the day before the period; null for those who had none yet.',
  })
  from!: DimensionValue | null;

  @Field(() => DimensionValue, { description: 'Tier at the end of the period; the same for those who stayed.' })
  to!: DimensionValue;

  @Field(() => Int, { description: 'Members.' })
  customers!: number;
}

@OutputType({ roles: everyone, description: 'Buyers who stand in the same fifth by recency and by frequency.' })
export class RfmSegment {
  @Field(() => Int, { description: 'Fifth by the last valid order: 5 latest, 1 longest ago.' })
  recency!: number;

  @Field(() => Int, { description: 'Fifth by the number of valid orders, ties by what was paid: 5 most, 1 fewest.' })
  frequency!: number;

  @Field(() => Float, { description: 'Mean fifth by what was paid: 5 most, 1 least.' })
  monetary!: number;

  @Field(() => Code, { description: 'What such buyers are called.' })
  label!: Code;

  @Field(() => Int, { description: 'Buyers.' })
  customers!: number;

  @Field(() => Float, { description: '`customers` out of all buyers of the window, 0 to 1.' })
  share!: number;

  @Field(() => Money, { description: 'What they paid in the window.' })
  paid!: Money;
}

@OutputType({ roles: everyone, description: 'Buyers of the last 365 days by recency, frequency and money.' })
export class Rfm {
  @Field(() => [RfmSegment], {
    description:
      'The cells that hold buyers, best first; empty while `gate` is not null. For executives without cells of fewer than five.',
  })
  segments!: RfmSegment[];

  @Field(() => Int, { description: 'Buyers with a valid order in the window.' })
  customers!: number;

  @Field(() => LocalizedText, {
    nullable: true,
    description:
      'Why fifths would say nothing yet: fewer than 500 buyers, or fewer than 180 days of orders; null where they do.',
  })
  gate!: LocalizedText | null;
}
