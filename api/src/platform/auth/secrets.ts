import { createHash, randomBytes } from 'node:crypto';

/** 256 bits of chance: nothing to guess, so a plain SHA-256 is enough to keep it by. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
