import { Field, InputType, Int } from 'type-graphql';
import { orderOf } from '../../platform/graphql/order.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: everyone, description: 'What is sold.' })
export class Product extends SourceRow {
  @Field(() => String, { description: 'Its id in the source; the code of the PRODUCT dimension.' })
  override externalId!: string;

  @Personal('of a thing')
  @Field(() => String, { nullable: true, description: 'Name; null where the source gives none.' })
  title!: string | null;

  @Field(() => DimensionValue, { nullable: true, description: 'Category; null where the source gives none.' })
  category!: DimensionValue | null;

  @Field(() => String, { nullable: true, description: 'Brand; null where the source gives none.' })
  brand!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on sale; null where that is not known.' })
  listedOn!: string | null;

  @Field(() => Money, { nullable: true, description: 'Price of a piece as it is now; null where that is not known.' })
  price!: Money | null;

  @Field(() => String, {
    nullable: true,
    description: 'Batch of the goods now in stock; null where that is not known.',
  })
  batch!: string | null;

  @Field(() => Int, { nullable: true, description: 'Facts its page must state; null where that is not known.' })
  attributesRequired!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of those, how many it states; null where that is not known.' })
  attributesGiven!: number | null;

  @Field(() => Int, { nullable: true, description: 'Photos on its page; null where that is not known.' })
  photos!: number | null;

  @Field(() => Int, { nullable: true, description: 'Characters of its description; null where that is not known.' })
  descriptionLength!: number | null;

  merchantId!: string | null;
}

export const ProductConnection = connectionOf(Product, 'Product', 'products', everyone);

export const ProductOrder = orderOf('Product', 'products', {
  EXTERNAL_ID: 'Their id in the source.',
  LISTED_ON: 'First day on sale; those without one come last.',
  PRICE: 'Price of a piece; those without one come last.',
  MISSING_FACTS: 'Facts the page must state and does not; those of which that is not known come last.',
});
export type ProductOrder = InstanceType<typeof ProductOrder>;

@InputType({ description: 'Which products; all conditions must hold.' })
export class ProductWhere {
  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => [String], { nullable: true, description: 'With one of these ids in the source.' })
  externalIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of this category.' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this brand.' })
  brand?: string | null;

  @Field(() => String, { nullable: true, description: 'Sold by this merchant, by its id in the source.' })
  merchant?: string | null;

  @Field(() => String, { nullable: true, description: 'With this text in the name or the id; case does not matter.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Stating all facts the page must state, or not.' })
  complete?: boolean | null;
}
