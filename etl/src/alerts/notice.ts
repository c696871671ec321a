import { alertKinds, type AlertKind, type LocalizedText } from '@rapport/model/vocabulary';

/** One thing to be told, as ops.alerts holds it. */
export interface Notice {
  alertId: string;
  event: 'opened' | 'reminded' | 'recovered';
  kind: AlertKind;
  severity: 'warning' | 'critical';
  source: string;
  subject: string;
  title: LocalizedText;
  detail: LocalizedText;
  runId: string | null;
  openedAt: Date;
  recoveredAt: Date | null;
}

/** What one evaluation has to tell one channel: one message. Sent again after a crash it has the same id. */
export interface Message {
  id: string;
  channel: string;
  notices: Notice[];
}

export type Language = 'en' | 'zh' | 'both';

const events: Record<Notice['event'], LocalizedText> = {
  opened: { en: '', zh: '' },
  reminded: { en: 'Still: ', zh: '仍未恢复：' },
  recovered: { en: 'Recovered: ', zh: '已恢复：' },
};

const spoken = ({ en, zh }: LocalizedText, language: Language, between: string): string =>
  language === 'both' ? `${zh}${between}${en}` : language === 'en' ? en : zh;

/** Codes of a shop stand in titles: whatever they hold, a title is one line. */
const line = ({ event, title }: Notice): LocalizedText => ({
  en: (events[event].en + title.en).replaceAll(/[\s\p{Cc}]+/gu, ' '),
  zh: (events[event].zh + title.zh).replaceAll(/[\s\p{Cc}]+/gu, ' '),
});

export function subjectOf({ notices }: Message, language: Language): string {
  const [first] = notices;
  if (!first) return 'Rapport';
  const more = notices.length - 1;
  const rest = { en: ` (and ${more} more)`, zh: `（另有 ${more} 条）` };
  const told = line(first);
  const whole = more === 0 ? told : { en: told.en + rest.en, zh: told.zh + rest.zh };
  return `[Rapport] ${spoken(whole, language, ' / ')}`.replaceAll(/\s+/g, ' ').slice(0, 240);
}

export function textOf({ notices }: Message, language: Language): string {
  const parts = notices.map((notice) => {
    const { kind, event, detail, openedAt, recoveredAt, alertId } = notice;
    const lines = [spoken(line(notice), language, '\n')];
    if (event !== 'recovered') lines.push(spoken(detail, language, '\n'));
    const until = recoveredAt === null ? '' : ` – ${recoveredAt.toISOString()}`;
    lines.push(`${spoken(alertKinds[kind], language, ' / ')} · #${alertId} · ${openedAt.toISOString()}${until}`);
    return lines.join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}
