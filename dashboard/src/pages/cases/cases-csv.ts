import type { CaseLine } from '../../case/case-line.ts';
import type { ChartTable } from '../../charts/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { useText } from '../../i18n/index.ts';

interface Writers extends Pick<ReturnType<typeof useText>, 't' | 'pick'> {
  format: Formatter;
  zone: string;
}

/** The loaded rows as a table, for export: full case numbers, plain seconds. */
export function casesCsv(cases: readonly CaseLine[], { t, pick, format, zone }: Writers): ChartTable {
  const text = ['case', 'opened', 'channel', 'about', 'type', 'status'] as const;
  const figures = ['answer', 'resolution', 'csat'] as const;
  const columns = [...text, ...figures, 'agent', 'customer'] as const;
  return {
    columns: columns.map((column) => ({
      label: t(`cases.${column}`),
      numeric: (figures as readonly string[]).includes(column),
    })),
    rows: cases.map((row) => {
      const words = [
        row.externalId,
        row.openedAt,
        pick(row.channel.label),
        row.topic ? pick(row.topic.label) : '',
        pick(row.caseType.label),
        pick(row.status.label),
      ];
      const who = [row.agent ? pick(row.agent.label) : '', row.customer.externalId];
      const [first, resolved, csat] = [
        row.firstResponseSeconds ?? null,
        row.resolutionSeconds ?? null,
        row.csat ?? null,
      ];
      return {
        cells: [
          ...words.with(1, format.dateTime(row.openedAt, zone)),
          first === null ? '' : format.duration(first),
          resolved === null ? '' : format.duration(resolved),
          csat === null ? '' : format.count(csat),
          ...who,
        ],
        raw: [...words, first, resolved, csat, ...who],
      };
    }),
  };
}
