export { Station } from './station.type.ts';
export { stationByCode } from './station.loader.ts';
