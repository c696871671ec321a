import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Merchant, merchantById } from '../merchants/index.ts';
import { Product, productById } from '../products/index.ts';
import { OrderItem } from './order-item.type.ts';

@Resolver(() => OrderItem)
export class OrderItemResolver {
  @FieldResolver(() => Product, { nullable: true, description: 'What was sold; null where the source does not say.' })
  product(@Root() { productId }: OrderItem, @Ctx() context: RequestContext): Promise<Product | null> | null {
    return productId === null ? null : context.loader(productById).load(productId);
  }

  @FieldResolver(() => Merchant, { nullable: true, description: 'Who sold it; null where the source does not say.' })
  merchant(@Root() { merchantId }: OrderItem, @Ctx() context: RequestContext): Promise<Merchant | null> | null {
    return merchantId === null ? null : context.loader(merchantById).load(merchantId);
  }
}
