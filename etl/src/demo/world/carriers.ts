import { Wheel } from './dice.ts';

// Invented, so that a planted bad quarter says nothing about a real company.
export const carriers = [
  { code: 'hefeng', zh: '禾风快递', en: 'Hefeng Express', waybill: 'HF', share: 38, damage: 0.7, lagMinutes: 4, fee: 520 },
  { code: 'shanhai', zh: '山海速递', en: 'Shanhai Courier', waybill: 'SH', share: 27, damage: 0.9, lagMinutes: 9, fee: 480 },
  { code: 'yunfan', zh: '云帆物流', en: 'Yunfan Logistics', waybill: 'YF', share: 20, damage: 1.2, lagMinutes: 14, fee: 430 },
  { code: 'xunchi', zh: '迅驰快运', en: 'Xunchi Freight', waybill: 'XC', share: 15, damage: 1.6, lagMinutes: 35, fee: 390 },
] as const; // prettier-ignore

export type Carrier = (typeof carriers)[number];
export const carrierWheel = new Wheel<Carrier>(carriers.map((carrier) => [carrier, carrier.share] as const));
