import { Wheel } from './dice.ts';

// Invented, so that a planted bad quarter says nothing about a real company.
export const carriers = [
  { code: 'hefeng', zh: '禾风快递', en: 'Hefeng Express', waybill: 'HF', share: 38 },
  { code: 'shanhai', zh: '山海速递', en: 'Shanhai Courier', waybill: 'SH', share: 27 },
  { code: 'yunfan', zh: '云帆物流', en: 'Yunfan Logistics', waybill: 'YF', share: 20 },
  { code: 'xunchi', zh: '迅驰快运', en: 'Xunchi Freight', waybill: 'XC', share: 15 },
] as const;

export type Carrier = (typeof carriers)[number];
export const carrierWheel = new Wheel<Carrier>(carriers.map((carrier) => [carrier, carrier.share] as const));
