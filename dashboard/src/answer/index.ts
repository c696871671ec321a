export { changeSentence, type ChangeSentence } from './change-sentence.ts';
export { answerDelivery, type DeliveryFacts } from './delivery.ts';
export { difference, type Difference } from './difference.ts';
export { answerOverview, type OverviewFacts } from './overview.ts';
export { answerRepurchase, type RepurchaseFacts } from './repurchase.ts';
export { sentences, settled, type PageAnswer } from './sentence.ts';
export { againstTarget, mainComparison, movement } from './verdict.ts';
