import type { OpenAlarm } from '@rapport/model/findings';
import type { Queryable } from '@rapport/model/schema';
import type { LocalizedText } from '@rapport/model/vocabulary';
import type { Condition } from './condition.ts';

/** So much more than usual is not only to be looked at. */
const GRAVE = { excess: 10, times: 3 };

/** Figures that have left their usual course and have not come back. */
export async function unusualFigures(db: Queryable): Promise<Condition[]> {
  const { rows } = await db.query<{ open: boolean }>(
    `/* alerts: figures */ select exists (select from ops.alarms where recovered_on is null) as open`,
  );
  if (!rows[0]?.open) return [];
  const { openAlarms } = await import('@rapport/model/findings'); // large, and seldom needed
  const alarms = await openAlarms(db);
  return alarms.map((alarm) => {
    const { excess, observed, expected } = alarm;
    return {
      kind: 'spike',
      severity: excess >= GRAVE.excess && observed >= GRAVE.times * expected ? 'critical' : 'warning',
      source: '',
      subject: alarm.id,
      title: alarm.title,
      detail: detailOf(alarm),
      runId: alarm.runId,
    };
  });
}

function detailOf({ shop, detectedOn, causes, words, runId }: OpenAlarm): LocalizedText {
  const share = (part: number): string => `${Math.round(100 * Math.min(1, part))}%`;
  const named = causes.slice(0, 3);
  const lines: LocalizedText[] = [
    { en: `Shop ${shop}, told by ${detectedOn}.`, zh: `店铺 ${shop}，${detectedOn} 识别。` },
    ...(named.length === 0
      ? []
      : [
          {
            en: `Where the excess lies: ${named.map((one) => `${one.name.en} (${share(one.share)})`).join(', ')}.`,
            zh: `超出部分主要来自：${named.map((one) => `${one.name.zh}（${share(one.share)}）`).join('、')}。`,
          },
        ]),
    ...(words.length === 0
      ? []
      : [{ en: `Words that stand out: ${words.join(', ')}.`, zh: `突出用词：${words.join('、')}。` }]),
    ...(runId === null
      ? []
      : [{ en: `Most of its rows came with run ${runId}.`, zh: `相关记录多由导入 ${runId} 带入。` }]),
    { en: 'See the page "Alarms".', zh: '详见“异常告警”页面。' },
  ];
  return { en: lines.map(({ en }) => en).join('\n'), zh: lines.map(({ zh }) => zh).join('\n') };
}
