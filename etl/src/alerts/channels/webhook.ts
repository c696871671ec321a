import { createHmac } from 'node:crypto';
import type { Channel } from '../config.ts';
import type { Message } from '../notice.ts';

const PATIENCE_MS = 10_000;

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
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual', // a signed body goes where it was meant to go, and nowhere else
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
}
