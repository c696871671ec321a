import { Field, ID, Int } from 'type-graphql';
import { OutputType, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';

@OutputType({ roles: withLeads(rowReaders), description: 'A line of an order.' })
export class OrderItem {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => Int, { description: 'Its number within the order.' })
  itemNo!: number;

  @Field(() => Int, { description: 'Pieces on this line.' })
  quantity!: number;

  @Field(() => Money, { description: 'For the whole line, without freight.' })
  price!: Money;

  @Field(() => Money, { description: 'Freight of the line.' })
  freight!: Money;

  @Field(() => DateTime, { nullable: true, description: 'By when the merchant must hand it to the carrier.' })
  shipBy!: Date | null;

  productId!: string | null;
  merchantId!: string | null;
}
