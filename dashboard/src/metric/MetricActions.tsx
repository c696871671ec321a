import { useShop } from '../filters/shop-context.tsx';
import { useText } from '../i18n/index.ts';
import { useDefinition } from './drawer-context.tsx';
import type { MetricAnswer } from './types.ts';

/** A card's way to what its metric means and what answered it. */
export function MetricActions({ metric, answer }: { metric: string; answer?: MetricAnswer | undefined }) {
  const { t } = useText();
  const { definitions } = useShop();
  const define = useDefinition();
  const definition = definitions.get(metric);
  if (!definition) return null;
  const explain = answer?.explain.find((each) => each.metric === metric);
  return (
    <>
      <button type="button" onClick={() => define({ metric })}>
        {t('card.definition', { version: definition.version })}
      </button>
      {explain ? (
        <button type="button" onClick={() => define({ metric, explain })}>
          {t('card.explain')}
        </button>
      ) : null}
    </>
  );
}
