export { Shipment } from './shipment.type.ts';
export { shipmentsOfOrder } from './shipment.loader.ts';
