export * from './text.ts';
export * from './orders.ts';
export * from './roles.ts';
export * from './dimensions.ts';
export * from './quarantine-reasons.ts';
