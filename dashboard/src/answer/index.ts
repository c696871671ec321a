export { answerCase } from './case.ts';
export { changeSentence } from './change-sentence.ts';
export { answerComplaints } from './complaints.ts';
export { answerDelivery } from './delivery.ts';
export { answerOverview } from './overview.ts';
export { answerRepurchase } from './repurchase.ts';
export { answerReturns } from './returns.ts';
export { answerService } from './service.ts';
export type { PageAnswer } from './sentence.ts';
