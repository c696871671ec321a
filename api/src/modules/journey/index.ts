export { JourneyArguments, JourneyEvent, JourneyEventConnection } from './journey.type.ts';
export { journeyOfCustomer } from './journey.loader.ts';
