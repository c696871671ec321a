import type { LocalizedText } from '@rapport/model/vocabulary';
import type { Finding } from './judge.ts';

export interface FindingWords {
  title: LocalizedText;
  expected: string;
  found: string;
}

const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : 0 });
const percent = (share: number): string => `${(share * 100).toLocaleString('en-US', { maximumFractionDigits: 1 })} %`;

export function wordsOf(finding: Finding): FindingWords {
  return { volume, nulls, median, codes }[finding.guard](finding);
}

function volume({ feed, expected, found, deliveries }: Finding): FindingWords {
  const [usual, now] = [number(expected), number(found)];
  return {
    expected: usual,
    found: now,
    title: {
      en: `${feed}: ${now} rows, where ${usual} are usual (${ofDeliveries(deliveries)})`,
      zh: `${feed}：本次 ${now} 行，通常为 ${usual} 行（参照此前 ${deliveries} 次交付）`,
    },
  };
}

function nulls({ feed, column, expected, found, deliveries }: Finding): FindingWords {
  const [usual, now] = [percent(expected), percent(found)];
  return {
    expected: usual,
    found: now,
    title: {
      en: `${feed}.${column}: ${now} of the rows have no value, where ${usual} are usual (${ofDeliveries(deliveries)})`,
      zh: `${feed}.${column}：${now} 的行没有值，通常为 ${usual}（参照此前 ${deliveries} 次交付）`,
    },
  };
}

const quartiles: Record<0 | 1 | 2, LocalizedText> = {
  0: { en: 'lower quartile', zh: '下四分位数' },
  1: { en: 'median', zh: '中位数' },
  2: { en: 'upper quartile', zh: '上四分位数' },
};

function median({ feed, column, expected, found, deliveries, quartile = 1 }: Finding): FindingWords {
  const [usual, now] = [number(expected), number(found)];
  const hint = unitHint(found / expected);
  return {
    expected: usual,
    found: now,
    title: {
      en: `${feed}.${column}: the ${quartiles[quartile].en} is ${now}, where ${usual} is usual (${ofDeliveries(deliveries)})${hint.en}`,
      zh: `${feed}.${column}：${quartiles[quartile].zh}为 ${now}，通常为 ${usual}（参照此前 ${deliveries} 次交付）${hint.zh}`,
    },
  };
}

/** Not always exactly a hundred: what is sold differs from day to day. */
function unitHint(times: number): LocalizedText {
  if (times > 70 && times < 140)
    return {
      en: ': about 100 times as much, as if cents were taken for whole units',
      zh: '，约为 100 倍，疑似误将“分”当作“元”',
    };
  if (times > 1 / 140 && times < 1 / 70)
    return {
      en: ': about a hundredth, as if whole units were taken for cents',
      zh: '，约为百分之一，疑似误将“元”当作“分”',
    };
  return { en: '', zh: '' };
}

function codes({ feed, column, codes: changed, deliveries }: Finding): FindingWords {
  const [gone, fresh] = [changed?.gone ?? [], changed?.fresh ?? []];
  const parts = [
    ...(gone.length > 0 ? [{ en: `no row with ${gone.join(', ')} any more`, zh: `不再出现 ${gone.join('、')}` }] : []),
    ...(fresh.length > 0 ? [{ en: `never seen before: ${fresh.join(', ')}`, zh: `首次出现 ${fresh.join('、')}` }] : []),
  ];
  return {
    expected: gone.length > 0 ? gone.join(', ') : 'known codes',
    found: fresh.length > 0 ? fresh.join(', ') : 'none of them',
    title: {
      en: `${feed}.${column}: ${parts.map(({ en }) => en).join('; ')} (${ofDeliveries(deliveries)})`,
      zh: `${feed}.${column}：${parts.map(({ zh }) => zh).join('；')}（参照此前 ${deliveries} 次交付）`,
    },
  };
}

const ofDeliveries = (n: number): string => (n === 1 ? 'by the delivery before' : `by the ${n} deliveries before`);
