export { Carrier } from './carrier.type.ts';
export { carrierByCode } from './carrier.loader.ts';
