import type { FilePlan } from './plan.ts';
import type { ShopPlan } from './write/source-yaml.ts';

const currencySigns: [RegExp, string][] = [
  [/[¥￥元]|CNY|RMB/, 'CNY'],
  [/R\$|BRL/, 'BRL'],
  [/€|EUR/, 'EUR'],
  [/£|GBP/, 'GBP'],
  [/\$|USD/, 'USD'],
];

export interface ShopWishes {
  shop?: string | undefined;
  zone?: string | undefined;
  currency?: string | undefined;
}

/** What was not said is guessed from the language of the sample, and says that it was. */
export function planShop(source: string, wishes: ShopWishes, files: readonly FilePlan[]): ShopPlan {
  const titles = files.flatMap(({ columns }) => columns.map(({ title }) => title)).join(' ');
  const isChinese = /[\u4e00-\u9fff]/.test(titles);
  const isPortuguese = /[ãõç]|pedido|valor|cidade/i.test(titles);
  const zone = isChinese ? 'Asia/Shanghai' : isPortuguese ? 'America/Sao_Paulo' : 'UTC';
  return {
    source,
    code: wishes.shop ?? source,
    zone:
      wishes.zone !== undefined
        ? { name: wishes.zone, mark: null }
        : { name: zone, mark: 'CHECK: guessed; times in the files carry no zone of their own, unless they say so' },
    currency:
      wishes.currency !== undefined
        ? { code: wishes.currency, mark: null }
        : { code: currencyOf(files) ?? (isChinese ? 'CNY' : isPortuguese ? 'BRL' : 'USD'), mark: 'CHECK: guessed' },
  };
}

function currencyOf(files: readonly FilePlan[]): string | null {
  const money = files.flatMap(({ columns }) =>
    columns.filter(({ guess, title }) => guess.isMoney || /currency|币种|moeda/i.test(title)),
  );
  const texts = money.flatMap(({ title, values }) => [title, values.find((value) => value !== '') ?? '']).join(' ');
  return currencySigns.find(([sign]) => sign.test(texts))?.[1] ?? null;
}
