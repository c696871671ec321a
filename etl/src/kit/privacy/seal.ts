import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { DataKey } from './keys.ts';

const NONCE = 12;

/**
 * AES-256-GCM under a synthetic nonce: the nonce is a keyed hash of field and value, so the same value gives the same bytes in
 * every load (a reload changes nothing) and a nonce never meets two values. Layout: key id (4) ‖ nonce (12) ‖ ciphertext ‖ tag (16).
 */
export function seal(key: DataKey, field: string, value: Buffer): Buffer {
  const nonce = createHmac('sha256', key.nonce)
    .update(field)
    .update('\u001f')
    .update(value)
    .digest()
    .subarray(0, NONCE);
  const cipher = createCipheriv('aes-256-gcm', key.encryption, nonce);
  cipher.setAAD(Buffer.from(field));
  const keyId = Buffer.alloc(4);
  keyId.writeUInt32BE(key.keyId);
  return Buffer.concat([keyId, nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()]);
}

export function unseal(key: DataKey, field: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key.encryption, sealed.subarray(4, 4 + NONCE));
  decipher.setAAD(Buffer.from(field));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(4 + NONCE, -16)), decipher.final()]);
}

/** A keyed pseudonym: equal for equal values, useless without the key. */
export function pseudonym(key: DataKey, field: string, value: string): string {
  return createHmac('sha256', key.pseudonym).update(`${field}\u001f${value}`).digest('hex');
}
