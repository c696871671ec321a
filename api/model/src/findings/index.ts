export {};
export * from './initiatives/index.ts';
