/** Expected, and told to the person who asked, with the remedy. */
export class AccessError extends Error {
  override readonly name = 'AccessError';
}
