import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { JourneyEvent } from './journey.type.ts';

@Resolver(() => JourneyEvent)
export class JourneyEventResolver {
  @FieldResolver(() => Order, { nullable: true, description: 'The order it belongs to.' })
  order(@Root() { customerId, orderId }: JourneyEvent, @Ctx() context: RequestContext): Promise<Order | null> | null {
    return orderId === null ? null : context.loader(orderByKey).load({ customerId, id: orderId });
  }
}
