import type { LocalizedText } from '@rapport/model/vocabulary';

interface Told {
  title: LocalizedText;
  detail: LocalizedText;
}

const minute = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');
const count = (value: number): string => value.toLocaleString('en-US');

export function since(
  source: string,
  feed: string,
  { breach, due, at }: { breach: boolean; due: Date; at: Date },
): Told {
  const name = `${source}.${feed}`;
  return {
    title: breach
      ? {
          en: `${name}: new data is overdue since ${minute(due)} UTC`,
          zh: `${name}：新数据自 ${minute(due)}（UTC）起逾期`,
        }
      : { en: `${name}: new data is due by ${minute(due)} UTC`, zh: `${name}：新数据应于 ${minute(due)}（UTC）前到达` },
    detail: {
      en: `Last published ${minute(at)} UTC. Has the delivery come, and does its schedule run?`,
      zh: `最近一次发布为 ${minute(at)}（UTC）。请确认数据是否送达、定时导入是否正常。`,
    },
  };
}

export function lateness(source: string, { at, open, code }: { at: Date; open: number; code: string | null }): Told {
  const trouble = code === null ? { en: '', zh: '' } : { en: ` Last trouble: ${code}.`, zh: `最近一次故障：${code}。` };
  return {
    title: {
      en: `${source}: the load of ${minute(at)} UTC is late`,
      zh: `${source}：应于 ${minute(at)}（UTC）开始的导入延误`,
    },
    detail: {
      en: `${count(open)} ${open === 1 ? 'window is' : 'windows are'} open.${trouble.en} See "rapport worker status".`,
      zh: `尚有 ${count(open)} 个时段未完成。${trouble.zh}请查看 rapport worker status。`,
    },
  };
}

export function refusedRows(
  source: string,
  feed: string,
  { run, read, refused }: { run: string; read: number; refused: number },
): Told {
  const share = `${((100 * refused) / Math.max(1, read)).toFixed(1)} %`;
  return {
    title: {
      en: `${source}.${feed}: ${count(refused)} of ${count(read)} records refused (${share})`,
      zh: `${source}.${feed}：${count(read)} 条记录中有 ${count(refused)} 条被拒绝（${share}）`,
    },
    detail: {
      en: `They wait in quarantine with their reasons: "rapport quarantine list --source ${source}". Run ${run}.`,
      zh: `这些记录连同原因保存在隔离区，可用 rapport quarantine list --source ${source} 查看（导入 ${run}）。`,
    },
  };
}

export function pushedInVain(source: string, code: string, { batches, rows }: { batches: number; rows: number }): Told {
  return {
    title: {
      en: `${source}: ${count(rows)} pushed rows in ${count(batches)} ${batches === 1 ? 'batch' : 'batches'} could not be published`,
      zh: `${source}：推送的 ${count(batches)} 个批次（共 ${count(rows)} 行）未能发布`,
    },
    detail: {
      en: `They are kept: ${code}. See "rapport push list", mend the cause, then "rapport push retry".`,
      zh: `数据仍保留，原因：${code}。请用 rapport push list 查看，排除原因后执行 rapport push retry。`,
    },
  };
}
