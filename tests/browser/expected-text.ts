// How the product promises to write a figure (look and style documents), said a second time and without Intl, so that
// a mistake in the dashboard's formatter cannot hide in the test that reads it.
export interface Head {
  unit: 'COUNT' | 'MONEY' | 'PERCENT' | 'SCORE' | 'INDEX' | keyof typeof WORDS;
  decimals: number;
  currency: string | null;
}

const WORDS = {
  DAYS: { en: 'days', zh: '天' },
  HOURS: { en: 'hours', zh: '小时' },
  MINUTES: { en: 'min', zh: '分钟' },
  SECONDS: { en: 'seconds', zh: '秒' },
  PER_10K: { en: 'per 10k', zh: '/万' },
};

const SYMBOLS: Record<string, string> = { CNY: '¥', BRL: 'R$ ', USD: '$', EUR: '€' };

function fixed(value: number, decimals: number): string {
  const size = Math.abs(value);
  const rounded = Math.round(size * 10 ** decimals + 1e-9) / 10 ** decimals;
  const [whole = '0', fraction] = rounded.toFixed(decimals).split('.');
  const threes: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) threes.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${value < 0 && rounded > 0 ? '−' : ''}${threes.join(',')}${fraction ? `.${fraction}` : ''}`;
}

// Three significant digits in English (8.94M, 89.4M, 894M), one decimal with 万 and two with 亿.
function scaled(value: number, lang: 'en' | 'zh', decimals: number): string {
  const size = Math.abs(value);
  if (size < 999_999.5) return fixed(value, decimals);
  if (lang === 'zh')
    return size < 99_999_500 ? `${fixed(value / 1e4, 1)} 万` : `${fixed(value / 1e8, size < 9_999_500_000 ? 2 : 1)} 亿`;
  const [step, word] = size < 999.5e6 ? [1e6, 'M'] : [1e9, 'B'];
  const n = size / step;
  return `${fixed(value / step, n < 9.995 ? 2 : n < 99.95 ? 1 : 0)}${word}`;
}

export function expectedText(value: number | null, head: Head, lang: 'en' | 'zh'): string {
  if (value === null) return lang === 'en' ? 'no data' : '无数据';
  switch (head.unit) {
    case 'PERCENT':
      return `${fixed(value * 100, head.decimals)}%`;
    case 'MONEY': {
      const digits = Math.abs(value) < 999.995 ? fixed(value, 2) : scaled(value, lang, 0);
      return `${digits.startsWith('−') ? '−' : ''}${SYMBOLS[head.currency ?? ''] ?? `${head.currency} `}${digits.replace('−', '')}`;
    }
    case 'COUNT':
      return scaled(value, lang, head.decimals);
    case 'SCORE':
    case 'INDEX':
      return fixed(value, head.decimals);
    case 'HOURS':
    case 'MINUTES':
    case 'SECONDS': {
      const days = value / { HOURS: 24, MINUTES: 1440, SECONDS: 86_400 }[head.unit];
      return Math.abs(days) > 2
        ? `${fixed(days, 1)} ${WORDS.DAYS[lang]}`
        : `${fixed(value, head.decimals)} ${WORDS[head.unit][lang]}`;
    }
    case 'DAYS':
    case 'PER_10K':
      return `${fixed(value, head.decimals)} ${WORDS[head.unit][lang]}`;
  }
}

/** Tiles set digits and unit apart, phones leave a space out: only what is readable counts. */
export function readable(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, '');
}
