export { HappeningsProvider, VerdictsProvider } from './context.tsx';
export { type Happening } from './happening.ts';
export { useHappened } from './use-happened.ts';
