export { Message } from './message.type.ts';
export { messagesOfOrder } from './message.loader.ts';
