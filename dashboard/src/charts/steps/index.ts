export { Steps } from './steps.tsx';
export { stepsTable, type Step, type StepEdge, type StepsProps } from './steps.data.ts';
