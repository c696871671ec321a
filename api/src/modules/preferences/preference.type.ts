import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: rowReaders, description: 'What a customer buys and looks at, by category.' })
export class CategoryPreference {
  @Field(() => DimensionValue, { description: 'The category.' })
  category!: DimensionValue;

  @Field(() => Int, { description: 'Valid orders with something of it.' })
  orders!: number;

  @Field(() => Int, { description: 'Times a product of it was seen, once a visit.' })
  views!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Of the customer’s valid orders, the share with something of it, 0 to 1; null without valid orders.',
  })
  share!: number | null;
}

@OutputType({
  roles: everyone,
  description: 'What customers bought next after something of a category; a customer counts once for each pair.',
})
export class CategoryTransition {
  @Field(() => DimensionValue, { description: 'Category of an order.' })
  from!: DimensionValue;

  @Field(() => DimensionValue, { description: 'Category of the customer’s next order.' })
  to!: DimensionValue;

  @Field(() => Int, { description: 'Customers who went from the one to the other.' })
  customers!: number;

  @Field(() => Int, { description: 'Customers who ordered again after an order with the first category.' })
  returning!: number;

  @Field(() => Float, {
    description: '`customers` out of `returning`, 0 to 1; the shares of a category may add up to more.',
  })
  share!: number;
}
