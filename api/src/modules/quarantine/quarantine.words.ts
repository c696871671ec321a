import { quarantineReasons, type LocalizedText } from '@rapport/model/vocabulary';
import type { QuarantineReason } from './quarantine.type.ts';

/** A reason as readers see it; a code newer than this server is shown as it is. */
export function reasonOf(code: string): QuarantineReason {
  const known = Object.hasOwn(quarantineReasons, code)
    ? quarantineReasons[code as keyof typeof quarantineReasons]
    : undefined;
  return {
    code,
    title: known?.title ?? { en: code, zh: code },
    remedy: known?.remedy ?? {
      en: 'Compare the record with the contract of its feed.',
      zh: '请将该记录与数据契约对照检查。',
    },
  };
}

type Noted = string | number | undefined;

/** What was expected and what was found, as a sentence; where nothing was noted, the reason itself. */
export function detailOf(code: string, { expected, found }: { expected?: Noted; found?: Noted }): LocalizedText {
  if (expected === undefined && found === undefined) return reasonOf(code).title;
  if (expected === undefined) return { en: `Found: ${found}`, zh: `实际为：${found}` };
  if (found === undefined) return { en: `Expected: ${expected}`, zh: `应为：${expected}` };
  return { en: `Expected: ${expected}; found: ${found}`, zh: `应为：${expected}；实际为：${found}` };
}
