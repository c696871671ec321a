import { runErrors, type ErrorWords } from '@rapport/model/vocabulary';
import type { RunError } from './run-parts.type.ts';

const unknown: ErrorWords['remedy'] = {
  en: 'Follow the message; the log of the process says more.',
  zh: '请按提示信息处理，进程日志中有更多细节。',
};

/** A code newer than this server is shown as it is. */
export function runErrorOf(code: string, detail: string | null): RunError {
  const known: ErrorWords | undefined = Object.hasOwn(runErrors, code)
    ? runErrors[code as keyof typeof runErrors]
    : undefined;
  return {
    code,
    title: known?.title ?? { en: code, zh: code },
    detail: detail ?? '',
    remedy: known?.remedy ?? unknown,
  };
}
