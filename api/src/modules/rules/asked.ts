import type { WhatIf } from '@rapport/model/findings';
import type { Role } from '@rapport/model/vocabulary';
import { badInput } from '../../platform/graphql/refusal.ts';
import type { RuleStandingsArguments } from './rule.args.ts';

/** What is supposed; null where nothing is. */
export function assertSupposed({ moreDefects, moreRowsPercent }: RuleStandingsArguments): WhatIf | null {
  if (moreRowsPercent < -100 || moreRowsPercent > 1000)
    throw badInput('moreRowsPercent', {
      en: `moreRowsPercent is −100 to 1000, not ${moreRowsPercent}: rows cannot be fewer than none.`,
      zh: `moreRowsPercent 应在 −100 到 1000 之间，而非 ${moreRowsPercent}：行数不能少于零。`,
    });
  return moreDefects === 0 && moreRowsPercent === 0 ? null : { defects: moreDefects, rowsPercent: moreRowsPercent };
}

/** The day asked for; one that has not come is refused, and an earlier one to executives: two windows a day apart would tell of that day alone. */
export function dayOf(asked: string | null | undefined, last: string, role: Role): string {
  if (!asked || asked === last) return last;
  if (asked > last)
    throw badInput('on', {
      en: `${asked} has not come: orders are known until ${last}.`,
      zh: `${asked} 尚未到来：订单数据截至 ${last}。`,
    });
  if (role === 'executive')
    throw badInput('on', {
      en: `Your role sees rules as of the last day, ${last}: two windows a day apart would tell of single orders.`,
      zh: `您的角色只能查看最后一天（${last}）的规则状况：相差一天的两个窗口会透露个别订单。`,
    });
  return asked;
}

export function assertFirst(first: number): void {
  if (first >= 1 && first <= 100) return;
  throw badInput('first', { en: `first is 1 to 100, not ${first}.`, zh: `first 应为 1 到 100，而非 ${first}。` });
}
