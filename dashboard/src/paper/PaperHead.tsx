import { useMemo } from 'react';

import { useShop } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { lightVariables } from '../theme/tokens.ts';
import classes from './PaperHead.module.css';
import { useCaption, type Caption } from './use-caption.ts';
import { usePrintedAt } from './use-printing.ts';

/** As a string of CSS. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/\s+/g, ' ')}"`;

const light = Object.entries({ ...lightVariables, '--canvas': '#FFFFFF' })
  .map(([name, value]) => `${name}: ${value};`)
  .join(' ');

/** Paper is light whatever the screen is; each sheet says in its margin what it belongs to. */
function rulesOf({ shop, page, told, asOf }: Caption, pages: string): string {
  const margin = 'font: 8.5px Inter Variable, Noto Sans SC Variable, sans-serif; color: #626C7B;';
  const left = [shop, page, told[0], asOf].filter(Boolean).join(' · ');
  return `@media print { html[data-mantine-color-scheme] { ${light} color-scheme: light; } }
    @page { margin: 10mm 8mm 13mm;
      @bottom-left { content: ${quoted(left)}; ${margin} white-space: nowrap; }
      @bottom-right { content: ${pages}; ${margin} } }`;
}

/** What the filter bar says on the screen, for those who hold only the paper. */
export function PaperHead() {
  const caption = useCaption();
  const at = usePrintedAt();
  const { shop } = useShop();
  const { t, lang } = useText();
  const format = useFormat();
  const pages =
    lang === 'zh' ? '"第 " counter(page) " 页，共 " counter(pages) " 页"' : 'counter(page) " / " counter(pages)';
  const rules = useMemo(() => rulesOf(caption, pages), [caption, pages]);
  return (
    <header className={classes.head}>
      <style>{rules}</style>
      <p className={classes.name}>
        <b>{caption.shop}</b> {caption.page}
      </p>
      <p data-testid="paper-filters">{caption.told.join(' · ')}</p>
      <p>
        {[
          caption.asOf,
          caption.version,
          ...(at ? [t('paper.madeAt', { at: format.dateTime(at, shop.zone) })] : []),
        ].join(' · ')}
      </p>
    </header>
  );
}
