export * from './answer.ts';
export { answerEvidence, askedOf } from './evidence.ts';
export { evidenceQuestions, type EvidenceId } from './questions.ts';
export { reviewsAfterContact } from './reviews-after-contact.reader.ts';
