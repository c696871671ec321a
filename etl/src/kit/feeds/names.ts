/** The canonical feeds in the order in which they are published: reference, customers, orders, what hangs on orders. */
export const feedNames = [
  'regions',
  'categories',
  'geolocations',
  'merchants',
  'products',
  'customers',
  'orders',
  'order_items',
  'payments',
  'shipments',
  'reviews',
] as const;
export type FeedName = (typeof feedNames)[number];
