import { formatter } from '../../format/index.ts';
import type { Lang } from '../../metric/types.ts';
import { wordOf, type VerdictWord } from './tone.ts';
import type { Study } from './use-initiatives.ts';

type Said = Pick<Study, 'verdict' | 'better'> & { label: { en: string; zh: string } };

/** How many programmes worked, and which did not. */
export function answerInitiatives(studies: readonly Said[], lang: Lang): { lead: string; rest: string } {
  const format = formatter(lang);
  const named = (word: VerdictWord) =>
    studies.filter((study) => wordOf(study) === word).map(({ label }) => format.say(label));
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : ', ');
  const [worked, backfired, nothing, unknown] = (['worked', 'backfired', 'nothing', 'unknown'] as const).map(named);
  if (studies.length === 0)
    return {
      lead: format.say({ en: 'No programme is in the ledger yet.', zh: '台账中还没有改进举措。' }),
      rest: format.say({
        en: 'Write one down, and its effect is worked out from its start on.',
        zh: '登记后，系统自启动日起评估其效果。',
      }),
    };
  const say = (names: readonly string[] | undefined, en: string, zh: string) =>
    names && names.length > 0 ? format.say({ en: `${en} ${list(names)}. `, zh: `${zh}${list(names)}。` }) : '';
  return {
    lead: format.say({
      en: `${worked?.length ?? 0} of ${studies.length} programmes worked${worked && worked.length > 0 ? `: ${list(worked)}` : ''}.`,
      zh: `${studies.length} 项举措中，${worked?.length ?? 0} 项有效${worked && worked.length > 0 ? `：${list(worked)}` : ''}。`,
    }),
    rest: (
      say(backfired, 'For the worse:', '适得其反：') +
      say(nothing, 'No effect:', '没有效果：') +
      say(unknown, 'Cannot be told yet:', '尚无法判断：')
    ).trim(),
  };
}
