export * from './answer.ts';
export { answerEvidence, askedOf } from './evidence.ts';
export { evidenceQuestions, type EvidenceId } from './questions.ts';
