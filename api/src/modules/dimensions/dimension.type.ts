import { Field, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

export const Dimension = describedEnum('Dimension', 'By what orders can be sliced and filtered.', {
  SHOP: 'The shop that sold.',
  REGION: 'Where the order ships to, frozen at order time.',
  ORDER_STATUS: 'The order’s status as last delivered.',
  LATE: 'Delivered late, on time, not delivered, or without a promise; days are compared, never hours.',
  DELAY_BUCKET: 'Days between the promised and the real day, in groups.',
  FIRST_OR_REPEAT: 'Whether the customer had an earlier order, of any status.',
  CATEGORY: 'Category of the products in the order; an order counts once in each, so slices do not add up.',
  MERCHANT: 'Merchant of the items in the order; an order counts once in each, so slices do not add up.',
  PAYMENT_METHOD: 'How the order was paid; an order counts once in each method, so slices do not add up.',
});
export type Dimension = keyof typeof Dimension;

@OutputType({ roles: everyone, description: 'One value of a dimension, as a code and as text.' })
export class DimensionValue {
  @Field(() => Dimension, { description: 'The dimension it belongs to.' })
  dimension!: Dimension;

  @Field(() => String, { nullable: true, description: 'The code; null for the rows that carry none.' })
  value!: string | null;

  @Field(() => LocalizedText, { description: 'What readers call it; the code itself where no one has named it.' })
  label!: LocalizedText;
}

@OutputType({ roles: everyone, description: 'A value that can be chosen in a filter.' })
export class DimensionOption {
  @Field(() => String, { description: 'The code to filter by; empty for the rows that carry none.' })
  value!: string;

  @Field(() => LocalizedText, { description: 'What readers call it.' })
  label!: LocalizedText;

  @Field(() => Int, { description: 'Orders that carry it.' })
  orders!: number;
}

@InputType({ description: 'Keeps the rows whose value of a dimension is, or is not, among those named.' })
export class DimensionFilter {
  @Field(() => Dimension, { description: 'The dimension to look at.' })
  dimension!: Dimension;

  @Field(() => [String], {
    nullable: true,
    description: 'Keep rows that carry one of these codes; "" stands for rows that carry none.',
  })
  in?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Drop rows that carry one of these codes.' })
  notIn?: string[] | null;
}
