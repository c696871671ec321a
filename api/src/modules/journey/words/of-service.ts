import {
  caseTypes,
  channels,
  compensationForms,
  decisions,
  escalations,
  failures,
  returnKinds,
  returnReasons,
  topics,
} from '@rapport/model/vocabulary';
import { againstPromise, joined, lasting, lower, named, said, type Told, type WordsOf } from './told.ts';

interface ReturnFacts {
  kind: string;
  reason: string;
  for: string | null;
}

export interface FactsOfService {
  CASE_OPENED: { type: string; topic: string | null; channel: string; text: string | null };
  CASE_HANDED_OVER: { waited: number | null };
  CASE_ANSWERED: { after: number };
  CASE_TRANSFERRED: { team: string | null };
  CASE_REOPENED: { team: string | null };
  CASE_ESCALATED: { to: string | null };
  CALL_BACK: { made: boolean };
  CASE_RESOLVED: { after: number };
  CASE_RATED: { score: number };
  RETURN_REQUESTED: ReturnFacts;
  RETURN_APPROVED: ReturnFacts;
  RETURN_REJECTED: ReturnFacts;
  RETURN_SHIPPED: ReturnFacts;
  RETURN_RECEIVED: ReturnFacts;
  RETURN_COMPLETED: ReturnFacts;
  REFUNDED: ReturnFacts;
  PLATFORM_STEPPED_IN: ReturnFacts;
  COMPENSATED: { failure: string; form: string };
}

/** As wanted where the promise was kept, or none was given. */
const kept = (gapSeconds: number | null): Told['tone'] =>
  gapSeconds === null ? 'neutral' : gapSeconds > 0 ? 'bad' : 'good';

function opened({ type, topic, channel, text }: FactsOfService['CASE_OPENED']): Told {
  const [kind, by] = [named(caseTypes, type), named(channels, channel)];
  const about = topic ? named(topics, topic) : null;
  return {
    title: about ? { en: `${kind.en}: ${lower(about.en)}`, zh: `${kind.zh}：${about.zh}` } : kind,
    detail: text ? { en: `${by.en}: “${text}”`, zh: `${by.zh}：“${text}”` } : by,
    tone: type === 'complaint' ? 'bad' : 'neutral',
  };
}

function steppedIn({ for: side }: ReturnFacts): Told {
  const title = { en: 'The platform stepped in', zh: '平台介入' };
  return side ? { title, detail: named(decisions, side), tone: 'attention' } : { title, tone: 'attention' };
}

const after = (seconds: number, gapSeconds: number | null): Pick<Told, 'detail'> => {
  const took = lasting(seconds);
  return { detail: joined([{ en: `After ${took.en}`, zh: `用时 ${took.zh}` }, ...againstPromise(gapSeconds)]) };
};

export const wordsOfService: WordsOf<FactsOfService> = {
  CASE_OPENED: opened,
  CASE_HANDED_OVER: ({ waited }) => {
    const title = { en: 'Handed over to a human', zh: '转人工' };
    if (waited === null) return { title, detail: { en: 'Nobody came', zh: '无人接入' }, tone: 'bad' };
    const wait = lasting(waited);
    return { title, detail: { en: `Waited ${wait.en}`, zh: `等待 ${wait.zh}` }, tone: 'neutral' };
  },
  CASE_ANSWERED: ({ after: seconds }, { gapSeconds }) => ({
    title: { en: 'First answer by a human', zh: '人工首次响应' },
    ...after(seconds, gapSeconds),
    tone: kept(gapSeconds),
  }),
  CASE_TRANSFERRED: ({ team }) => ({
    title: { en: 'Passed to another agent', zh: '转派他人' },
    ...said(team),
    tone: 'attention',
  }),
  CASE_REOPENED: () => ({ title: { en: 'Case reopened', zh: '工单重新打开' }, tone: 'bad' }),
  CASE_ESCALATED: ({ to }) => ({
    title: { en: 'Case escalated', zh: '工单升级' },
    ...(to ? { detail: named(escalations, to) } : {}),
    tone: 'bad',
  }),
  CALL_BACK: ({ made }, { gapSeconds }) =>
    made
      ? {
          title: { en: 'Called back', zh: '已回电' },
          ...(gapSeconds === null ? {} : { detail: joined(againstPromise(gapSeconds)) }),
          tone: kept(gapSeconds),
        }
      : { title: { en: 'Call back promised, not made', zh: '承诺回电，未回' }, tone: 'bad' },
  CASE_RESOLVED: ({ after: seconds }, { gapSeconds }) => ({
    title: { en: 'Case resolved', zh: '问题解决' },
    ...after(seconds, gapSeconds),
    tone: gapSeconds !== null && gapSeconds > 0 ? 'bad' : 'good',
  }),
  CASE_RATED: ({ score }) => ({
    title: { en: `Rated the service ${score} of 5`, zh: `服务评分 ${score} 分（满分 5 分）` },
    tone: score >= 4 ? 'good' : score <= 2 ? 'bad' : 'neutral',
  }),
  RETURN_REQUESTED: ({ kind, reason }) => {
    const what = named(returnKinds, kind);
    return {
      title: { en: `Asked for: ${lower(what.en)}`, zh: `申请${what.zh}` },
      detail: named(returnReasons, reason),
      tone: reason === 'no_reason' ? 'neutral' : 'bad',
    };
  },
  RETURN_APPROVED: () => ({ title: { en: 'Request granted', zh: '申请通过' }, tone: 'good' }),
  RETURN_REJECTED: () => ({ title: { en: 'Request refused', zh: '申请被拒' }, tone: 'bad' }),
  RETURN_SHIPPED: () => ({ title: { en: 'Goods sent back', zh: '顾客寄回商品' }, tone: 'neutral' }),
  RETURN_RECEIVED: () => ({ title: { en: 'Goods received back', zh: '商家收到退货' }, tone: 'neutral' }),
  RETURN_COMPLETED: () => ({ title: { en: 'Request completed', zh: '售后完成' }, tone: 'good' }),
  REFUNDED: (_, { gapSeconds }) => ({
    title: { en: 'Refund arrived', zh: '退款到账' },
    ...(gapSeconds === null ? {} : { detail: joined(againstPromise(gapSeconds)) }),
    tone: gapSeconds !== null && gapSeconds > 0 ? 'bad' : 'good',
  }),
  PLATFORM_STEPPED_IN: steppedIn,
  COMPENSATED: ({ failure, form }) => {
    const [what, why] = [named(compensationForms, form), named(failures, failure)];
    return {
      title: { en: `Compensated: ${lower(what.en)}`, zh: `补偿：${what.zh}` },
      detail: { en: `For: ${lower(why.en)}`, zh: `原因：${why.zh}` },
      tone: 'good',
    };
  },
};
