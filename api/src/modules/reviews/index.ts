export { Review } from './review.type.ts';
export { reviewsOfOrder } from './review.loader.ts';
export { reviewOddities } from './review.reader.ts';
