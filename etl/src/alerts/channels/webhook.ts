import { createHmac } from 'node:crypto';
import type { Channel } from '../config.ts';
import type { Message } from '../notice.ts';
import { isTaken, post } from './post.ts';

/** POSTs a message as JSON. The receiver tells repetitions by X-Rapport-Delivery, and the sender by X-Rapport-Signature. */
export async function postMessage({ url, secret }: NonNullable<Channel['webhook']>, message: Message): Promise<void> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'user-agent': 'rapport',
    'x-rapport-delivery': message.id,
    'x-rapport-timestamp': timestamp,
  };
  if (secret !== undefined) {
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    headers['x-rapport-signature'] = `sha256=${signature}`;
  }
  const answer = await post(url, { headers, body });
  if (!isTaken(answer)) throw new Error(`it answered ${answer.status}`);
}
