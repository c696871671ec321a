import { createHmac } from 'node:crypto';
import type { Language, Message } from '../notice.ts';
import { subjectOf, textOf } from '../notice.ts';
import { isTaken, post } from './post.ts';

/** What a text may weigh: WeCom 2,048 bytes (document 91770), Feishu and DingTalk 20 kB a request, of which the wrapping takes some. */
const WECOM_BYTES = 2_048;
const OTHERS_BYTES = 18_000;

interface Robot {
  url: string;
  secret?: string | undefined;
}

/** 企业微信群机器人: the key in the address is all it asks for. */
export async function tellWeCom({ url }: Robot, language: Language, message: Message): Promise<void> {
  const content = saying(message, language, WECOM_BYTES);
  await tell(url, { msgtype: 'text', text: { content } }, 'errcode');
}

/** 飞书自定义机器人: signed with the second and the secret as the key, over nothing. */
export async function tellFeishu({ url, secret }: Robot, language: Language, message: Message): Promise<void> {
  const body = { msg_type: 'text', content: { text: saying(message, language, OTHERS_BYTES) } };
  if (secret === undefined) return tell(url, body, 'code');
  const timestamp = String(Math.floor(Date.now() / 1000));
  const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
  await tell(url, { timestamp, sign, ...body }, 'code');
}

/** 钉钉自定义机器人: signed with the secret as the key, over the millisecond and the secret, in the address. */
export async function tellDingTalk({ url, secret }: Robot, language: Language, message: Message): Promise<void> {
  const to = new URL(url);
  if (secret !== undefined) {
    const timestamp = String(Date.now());
    to.searchParams.set('timestamp', timestamp);
    to.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  }
  await tell(to.href, { msgtype: 'text', text: { content: saying(message, language, OTHERS_BYTES) } }, 'errcode');
}

/** The subject stands first: a robot that asks for a key word finds "Rapport" in it. */
function saying(message: Message, language: Language, bytes: number): string {
  const whole = `${subjectOf(message, language)}\n\n${textOf(message, language).trimEnd()}`;
  return within(withoutMarks(whole), bytes);
}

/** Feishu takes `<at user_id="all">` and `[here](address)` in plain text at their word: codes of a shop must not call everybody or lead anywhere. */
const withoutMarks = (text: string): string => text.replaceAll('<', '＜').replaceAll('](', '］(');

/** Cut between characters, never in one. */
function within(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let left = bytes - Buffer.byteLength('…');
  let kept = '';
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept}…`;
}

/** All three answer 200 to what they refuse; the code in the body says so. */
async function tell(url: string, body: object, code: 'errcode' | 'code'): Promise<void> {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'rapport' };
  const answer = await post(url, { headers, body: JSON.stringify(body) });
  if (!isTaken(answer)) throw new Error(`it answered ${answer.status}`);
  const told = codeOf(answer.text, code);
  if (told !== 0) throw new Error(`it answered ${told === null ? 'with no code' : `code ${told}`}`);
}

function codeOf(text: string, name: string): number | null {
  try {
    const code: unknown = (JSON.parse(text) as Record<string, unknown> | null)?.[name];
    return typeof code === 'number' ? code : null;
  } catch {
    return null;
  }
}
