export * from './initiatives/index.ts';
export * from './words/index.ts';
