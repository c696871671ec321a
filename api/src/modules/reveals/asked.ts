import { OperationRefused } from '../../platform/operations/index.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';

const SHORTEST = 10;
const LONGEST = 500;
/** What a reason may not hold, for it would stand in the audit for ever. Longer numbers are those of orders. */
const CONTACT = /[^\s@]+@[^\s@]+\.[^\s@]+|(?<!\d)(?:\d[\s().-]?){10,12}\d(?!\d)/;

/** Only a person can be asked later what they did with it. */
export function assertPerson({ kind }: RequestContext['principal']): void {
  if (kind === 'session') return;
  throw new OperationRefused('PERSON_NEEDED', {
    en: 'Contacts are revealed to persons only. Sign in instead of using a key.',
    zh: '联系方式只对登录的人员开放，请登录后操作，不要使用密钥。',
  });
}

export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length < SHORTEST || reason.length > LONGEST)
    throw new OperationRefused(
      'REASON_NEEDED',
      {
        en: `Say why in ${SHORTEST} to ${LONGEST} characters: the audit keeps it.`,
        zh: `请用 ${SHORTEST} 至 ${LONGEST} 个字符说明理由，理由会留在审计记录中。`,
      },
      'reason',
    );
  if (CONTACT.test(reason))
    throw new OperationRefused(
      'REASON_NAMES_CONTACT',
      {
        en: 'The reason holds what looks like a phone number or an e-mail address. The audit is kept for ever: name the order or the case instead.',
        zh: '理由中似乎含有电话号码或邮箱地址。审计记录会永久保留，请改写订单或工单编号。',
      },
      'reason',
    );
  return reason;
}

/** Exactly one of the two, and nothing else is asked of the database for it. */
export function assertOne(customer: string | null | undefined, serviceCase: string | null | undefined): void {
  if ((customer == null) !== (serviceCase == null)) return;
  throw new OperationRefused(
    'ONE_NEEDED',
    { en: 'Name either a customer or a service case.', zh: '请指定一位顾客或一个工单，二者选一。' },
    'customer',
  );
}

export const notFound = (field: string): OperationRefused =>
  new OperationRefused(
    'NOT_FOUND',
    { en: 'There is no such customer or case.', zh: '没有这位顾客或这个工单。' },
    field,
  );
