import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { Carrier, carrierByCode } from '../carriers/index.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { Station, stationByCode } from '../stations/index.ts';
import { eventsOfShipment } from './shipment.loader.ts';
import { readShipments } from './shipment.reader.ts';
import { Shipment, ShipmentConnection, ShipmentOrder, ShipmentWhere, TrackingEvent } from './shipment.type.ts';

@Resolver(() => Shipment)
export class ShipmentResolver {
  @Allow(withLeads(rowReaders))
  @Query(() => ShipmentConnection, { description: 'Parcels, last taken over first unless `orderBy` says otherwise.' })
  shipments(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => ShipmentWhere, { nullable: true, description: 'Which parcels; without it all.' })
    where?: ShipmentWhere | null,
    @Arg('orderBy', () => ShipmentOrder, { nullable: true, description: 'How they are sorted.' })
    orderBy?: ShipmentOrder | null,
  ): Promise<Page<Shipment>> {
    return readShipments(context, where ?? {}, orderBy, page);
  }

  @FieldResolver(() => [TrackingEvent], { description: 'Its scans, in order of time; empty where none came.' })
  events(@Root() { customerId, id }: Shipment, @Ctx() context: RequestContext): Promise<TrackingEvent[]> {
    return context.loader(eventsOfShipment).load({ customerId, id });
  }

  @FieldResolver(() => Order, {
    nullable: true,
    description: 'The order it belongs to; null where the shop has deleted it since.',
  })
  order(@Root() { customerId, orderId }: Shipment, @Ctx() context: RequestContext): Promise<Order | null> {
    return context.loader(orderByKey).load({ customerId, id: orderId });
  }

  @FieldResolver(() => Carrier, { nullable: true, description: 'Who carries it; null where that is not said.' })
  carrier(@Root() { shop, carrierCode }: Shipment, @Ctx() context: RequestContext): Promise<Carrier | null> | null {
    return carrierCode === null ? null : context.loader(carrierByCode).load({ shop, code: carrierCode });
  }

  @FieldResolver(() => Station, {
    nullable: true,
    description: 'The last station before the door; null where none is named.',
  })
  station(@Root() { shop, stationCode }: Shipment, @Ctx() context: RequestContext): Promise<Station | null> | null {
    return stationCode === null ? null : context.loader(stationByCode).load({ shop, code: stationCode });
  }
}
