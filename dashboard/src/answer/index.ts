export { changeSentence } from './change-sentence.ts';
export { answerDelivery } from './delivery.ts';
export { answerOverview } from './overview.ts';
export { answerRepurchase } from './repurchase.ts';
export type { PageAnswer } from './sentence.ts';
