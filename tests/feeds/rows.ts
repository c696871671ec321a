import type { Row } from './house.ts';

/** Rows with just what their feed requires. */
export const order = (id: string, customer: string | null, more: Row = {}): Row => ({
  external_id: id,
  customer_ref: customer,
  status: 'delivered',
  ordered_at: '2025-01-05T08:00:00Z',
  ...more,
});
export const parcel = (id: string, orderId: string, more: Row = {}): Row => ({
  external_id: id,
  order_ref: orderId,
  carrier_code: 'sf',
  handed_over_at: '2025-01-06T08:00:00Z',
  delivered_at: '2025-01-08T08:00:00Z',
  ...more,
});
export const scan = (id: string, parcelId: string, at = '2025-01-06T09:00:00Z', more: Row = {}): Row => ({
  external_id: id,
  shipment_ref: parcelId,
  kind: 'arrived',
  occurred_at: at,
  station_code: 'st1',
  ...more,
});
export const serviceCase = (id: string, of: Row, more: Row = {}): Row => ({
  external_id: id,
  case_type: 'complaint',
  phase: 'after_sale',
  channel: 'chat',
  status: 'open',
  opened_at: '2025-01-09T08:00:00Z',
  ...of,
  ...more,
});
export const caseStep = (id: string, caseId: string, at = '2025-01-09T08:00:00Z', more: Row = {}): Row => ({
  external_id: id,
  case_ref: caseId,
  kind: 'opened',
  occurred_at: at,
  agent_code: 'ag1',
  ...more,
});
export const compensation = (id: string, of: Row, more: Row = {}): Row => ({
  external_id: id,
  failure: 'late',
  form: 'coupon',
  amount: '5.00',
  granted_at: '2025-01-10T08:00:00Z',
  ...of,
  ...more,
});
export const consent = (id: string, customer: string, more: Row = {}): Row => ({
  external_id: id,
  customer_ref: customer,
  purpose: 'analytics',
  granted: true,
  decided_at: '2025-01-01T08:00:00Z',
  ...more,
});
export const touch = (id: string, of: Row, more: Row = {}): Row => ({
  external_id: id,
  visit_ref: 'v1',
  kind: 'page',
  occurred_at: '2025-01-04T08:00:00Z',
  ...of,
  ...more,
});
export const link = (from: string, into: string, more: Row = {}): Row => ({
  external_id: from,
  into_ref: into,
  ...more,
});
