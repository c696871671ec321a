import type { MetricId } from '../../metrics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Initiative, PanelSource, Theme } from '../initiatives/index.ts';
import type { EvidencePart } from './answer.ts';
import type { Asked } from './figures.ts';
import { empty, ofInitiative } from './part.ts';
import { effectOn, type Themed } from './programmes.ts';

const both = (en: string, zh: string): LocalizedText => ({ en, zh });

export interface Outcome {
  title: LocalizedText;
  metric: MetricId;
  /** Relative, as claimed. */
  claimed: number | null;
  wanted?: 1 | -1;
  source?: PanelSource;
  within?: Initiative['within'];
}

const nothingDone: Record<Exclude<Theme, 'OTHER'>, LocalizedText> = {
  FASTER_SERVICE: both('No programme that made service faster is in the ledger.', '台账中没有服务提速类举措。'),
  AFTER_SALES: both('No programme for after-sales service is in the ledger.', '台账中没有售后服务类举措。'),
  ASSISTED_SHOPPING: both('No programme for assisted shopping is in the ledger.', '台账中没有导购与售前咨询类举措。'),
  FAST_DELIVERY: both('No programme that made delivery faster is in the ledger.', '台账中没有快速配送类举措。'),
};

/** What the programmes of some kinds did to each outcome that a claim is about. */
export async function programmesOn(
  asked: Asked,
  programmes: readonly Themed[],
  kinds: readonly Exclude<Theme, 'OTHER'>[],
  outcomes: readonly Outcome[],
): Promise<EvidencePart[]> {
  const own = programmes.filter(({ theme }) => (kinds as readonly Theme[]).includes(theme));
  const [kind] = kinds;
  if (own.length === 0)
    return outcomes.map(({ title, claimed }) => ({
      ...empty(title, 'EFFECT', kind ? nothingDone[kind] : both('', '')),
      claimed,
      caveat: both(
        'Write one down on the Initiatives page; its effect is worked out from then on.',
        '可在“改进举措”页登记，系统随即评估其效果。',
      ),
    }));
  const parts: EvidencePart[] = [];
  for (const { initiative } of own)
    for (const { title, metric, claimed, wanted, source, within } of outcomes) {
      const finding = await effectOn(asked, initiative, metric, {
        ...(source ? { source } : {}),
        ...(within ? { within } : {}),
      });
      parts.push(ofInitiative(title, finding, claimed, wanted));
    }
  return parts;
}
