import { AccessError } from './access-error.ts';

const LONGEST = 100;

/** What people call a user or a key: something, on one line, that fits a list. */
export function assertNamed(name: string): void {
  if (name.trim() !== '' && name.length <= LONGEST && !/\p{Cc}/u.test(name)) return;
  throw new AccessError(
    `A name has 1 to ${LONGEST} characters on one line.`,
    `名称应为 1 至 ${LONGEST} 个字符，且不能换行。`,
  );
}

/** How long something is to work. */
export function assertSpan(span: number, most: number, unit: { en: string; zh: string }): void {
  if (Number.isInteger(span) && span >= 1 && span <= most) return;
  throw new AccessError(
    `It may work for 1 to ${most} ${unit.en}, in whole ${unit.en}.`,
    `有效期应为 1 至 ${most} ${unit.zh}的整数。`,
  );
}
