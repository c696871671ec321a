import type { LocalizedText } from '@rapport/model/vocabulary';

const titles: Record<string, LocalizedText> = {
  regions: { en: 'Regions', zh: '地区' },
  categories: { en: 'Categories', zh: '品类' },
  geolocations: { en: 'Geolocation points', zh: '地理坐标' },
  customers: { en: 'Customers', zh: '客户' },
  products: { en: 'Products', zh: '商品' },
  merchants: { en: 'Merchants', zh: '商家' },
  orders: { en: 'Orders', zh: '订单' },
  order_items: { en: 'Order items', zh: '订单明细' },
  items: { en: 'Order items', zh: '订单明细' },
  payments: { en: 'Payments', zh: '付款' },
  shipments: { en: 'Shipments', zh: '包裹' },
  reviews: { en: 'Reviews', zh: '评价' },
};

/** A feed as readers call it; one that is not named here by its own name. */
export const feedTitle = (feed: string): LocalizedText => titles[feed] ?? { en: feed, zh: feed };
