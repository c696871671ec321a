import type { NonEmptyArray } from 'type-graphql';
import { CustomerResolver } from './customers/customer.resolver.ts';
import { DimensionResolver } from './dimensions/dimension.resolver.ts';
import { HealthResolver } from './health/health.resolver.ts';
import { OrderItemResolver } from './items/order-item.resolver.ts';
import { JourneyEventResolver } from './journey/journey.resolver.ts';
import { MetricResolver } from './metrics/metric.resolver.ts';
import { OrderResolver } from './orders/order.resolver.ts';
import { QuarantineResolver } from './quarantine/quarantine.resolver.ts';
import { ReviewResolver } from './reviews/review.resolver.ts';
import { IngestionRunResolver } from './runs/run.resolver.ts';
import { ShopResolver } from './shops/shop.resolver.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';

/** Every resolver of the API. A module is in the schema when it is named here. */
export const resolvers: NonEmptyArray<Function> = [
  ViewerResolver,
  ShopResolver,
  MetricResolver,
  DimensionResolver,
  CustomerResolver,
  JourneyEventResolver,
  OrderResolver,
  OrderItemResolver,
  ReviewResolver,
  IngestionRunResolver,
  QuarantineResolver,
  HealthResolver,
];
