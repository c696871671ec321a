import { formatter, type Formatter } from '../format/index.ts';
import type { Lang } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';

interface Told {
  label: { en: string; zh: string };
}

export interface CaseFacts {
  contained?: boolean | null;
  firstResponseSeconds?: number | null;
  respondedInTime?: boolean | null;
  resolutionSeconds?: number | null;
  resolvedInTime?: boolean | null;
  transfers: number;
  reopens: number;
  csat?: number | null;
  escalatedTo?: Told | null;
  firstContactResolved?: boolean | null;
}

/** One case against its two promises, then how it went and what the customer made of it. */
export function answerCase(facts: CaseFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  const [first, second] = [answered(facts, format), resolved(facts, format)];
  return {
    lead: format.say({ en: `${first}; ${second}.`, zh: `${first}；${second}。` }),
    rest: sentences([wayText(facts, format), outcomeText(facts, format)], format),
  };
}

function answered({ contained, firstResponseSeconds, respondedInTime }: CaseFacts, format: Formatter): string {
  if (firstResponseSeconds == null) {
    if (contained) return format.say({ en: 'Handled by the bot alone', zh: '由机器人独立接待' });
    return respondedInTime === false
      ? format.say({ en: 'Never answered, and the promise has passed', zh: '从未响应，承诺已过' })
      : format.say({ en: 'Not answered yet', zh: '尚未响应' });
  }
  const after = format.duration(firstResponseSeconds);
  if (respondedInTime === true)
    return format.say({ en: `Answered in time, after ${after}`, zh: `${after}后响应，未超时` });
  if (respondedInTime === false)
    return format.say({ en: `Answered too late, after ${after}`, zh: `${after}后才响应，已超时` });
  return format.say({ en: `Answered after ${after}`, zh: `${after}后响应` });
}

function resolved({ resolutionSeconds, resolvedInTime }: CaseFacts, format: Formatter): string {
  if (resolutionSeconds == null)
    return resolvedInTime === false
      ? format.say({ en: 'not resolved, and the promise has passed', zh: '未解决，承诺已过' })
      : format.say({ en: 'not resolved yet', zh: '尚未解决' });
  const after = format.duration(resolutionSeconds);
  if (resolvedInTime === true)
    return format.say({ en: `resolved in time, after ${after}`, zh: `${after}解决，未超时` });
  if (resolvedInTime === false)
    return format.say({ en: `resolved too late, after ${after}`, zh: `${after}才解决，已超时` });
  return format.say({ en: `resolved after ${after}`, zh: `${after}解决` });
}

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

function wayText({ transfers, reopens, escalatedTo }: CaseFacts, format: Formatter): string | null {
  const en = [
    transfers > 0 ? `passed on ${times(transfers)}` : '',
    reopens > 0 ? `reopened ${times(reopens)}` : '',
    escalatedTo ? `escalated to: ${escalatedTo.label.en}` : '',
  ].filter(Boolean);
  if (en.length === 0) return null;
  const zh = [
    transfers > 0 ? `转派 ${transfers} 次` : '',
    reopens > 0 ? `重新打开 ${reopens} 次` : '',
    escalatedTo ? `升级至${escalatedTo.label.zh}` : '',
  ].filter(Boolean);
  const told = en.join(', ');
  return format.say({ en: `${told.charAt(0).toUpperCase()}${told.slice(1)}.`, zh: `${zh.join('，')}。` });
}

function outcomeText({ csat, firstContactResolved }: CaseFacts, format: Formatter): string | null {
  const back =
    firstContactResolved == null
      ? null
      : firstContactResolved
        ? format.say({ en: 'The customer did not come back with it.', zh: '顾客没有再为此事联系。' })
        : format.say({ en: 'The customer came back with it within seven days.', zh: '顾客在七天内又为此事联系。' });
  const score =
    csat == null ? null : format.say({ en: `The customer gave ${csat} of 5.`, zh: `顾客评分 ${csat} 分（满分 5）。` });
  return sentences([score, back], format);
}
