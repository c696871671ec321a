import type { LocalizedText } from '../../vocabulary/index.ts';
import type { EvidencePart } from './answer.ts';
import type { Asked } from './figures.ts';
import { completion, fastDelivery, loyalAndNew, loyalShare, readersFirst } from './of-customers.ts';
import { reviewsSeen } from './of-ratings.ts';
import { afterSales, assistedShopping, fasterService, recommending, wordOfMouth } from './of-service.ts';
import type { Themed } from './programmes.ts';

const both = (en: string, zh: string): LocalizedText => ({ en, zh });

interface EvidenceQuestion {
  /** As the literature puts it. */
  claim: LocalizedText;
  method: LocalizedText;
  /** Looks at programmes of the ledger. */
  ofProgrammes: boolean;
  answer: (asked: Asked, programmes: readonly Themed[]) => Promise<EvidencePart[]>;
}

const byProgrammes = both(
  'Programmes of the ledger that were of this kind: the change of the groups reached since the start, less the change of the others in the same days (difference in differences); interval by groups; the same study as on the Initiatives page.',
  '取台账中的同类举措：实施分组启动后的变化，减去同期其他分组的变化（双重差分），区间按分组估计，与“改进举措”页为同一研究。',
);
const bySides = both(
  'Two groups side by side over the last year: difference of two shares (Newcombe 1998), relative by the logarithm of their ratio (Katz 1978). An association.',
  '近一年两组并列：两个占比之差（Newcombe 1998），相对差异取比值的对数区间（Katz 1978）。仅为相关。',
);
const asShare = both(
  'A share with its interval (Wilson 1927); a claim of “about” holds a tenth more or less.',
  '占比及其区间（Wilson 1927）；“约”容许上下一成。',
);
const overTime = both(
  'The level now against a year before; each with the denominator of its own day.',
  '目前与一年前的水平，各用当日的分母。',
);

/** The claims of the literature, in its order. */
export const evidenceQuestions = {
  Q1: { claim: both('Faster response and resolution: satisfaction +15%, positive reviews +20%', '更快的响应与解决：满意度 +15%，好评 +20%'), method: byProgrammes, ofProgrammes: true, answer: fasterService },
  Q2: { claim: both('About 40% of customers with a satisfying service contact recommend the shop', '约 40% 有过满意服务的顾客会推荐店铺'), method: asShare, ofProgrammes: false, answer: recommending },
  Q3: { claim: both('Better after-sales service: recommendation +30%, and word of mouth spreads faster', '更好的售后：推荐 +30%，口碑传播更快更广'), method: byProgrammes, ofProgrammes: true, answer: wordOfMouth },
  Q4: { claim: both('Loyal customers repurchase 20% more than new ones', '忠诚顾客的复购比新客高 20%'), method: bySides, ofProgrammes: false, answer: loyalAndNew },
  Q5: { claim: both('The share of loyal customers rose from 20% to 30%', '忠诚顾客占比由 20% 升至 30%'), method: overTime, ofProgrammes: false, answer: loyalShare },
  Q6: { claim: both('Assisted shopping: satisfaction +18%, time to solve a consultation −30%', '导购协助：满意度 +18%，咨询解决时间 −30%'), method: byProgrammes, ofProgrammes: true, answer: assistedShopping },
  Q7: { claim: both('Easy payment and fast logistics: order completion +25%', '便捷支付与快速物流：订单完成 +25%'), method: bySides, ofProgrammes: false, answer: completion },
  Q8: { claim: both('Same-day and next-day delivery: satisfaction +22%, repurchase +15%', '当日达、次日达：满意度 +22%，复购 +15%'), method: byProgrammes, ofProgrammes: true, answer: fastDelivery },
  Q9: { claim: both('Good after-sales service: loyalty +35%, positive public mentions +40%', '良好售后：忠诚度 +35%，正面公开提及 +40%'), method: byProgrammes, ofProgrammes: true, answer: afterSales },
  Q10: { claim: both('About 80% of buyers read reviews first', '约 80% 的买家先看评价'), method: asShare, ofProgrammes: false, answer: readersFirst },
  Q11: { claim: both('Displayed reviews change what others buy; bad reviews cost sales', '展示的评价影响他人购买；差评损失销量'), method: bySides, ofProgrammes: false, answer: reviewsSeen },
} as const satisfies Record<string, EvidenceQuestion>; // prettier-ignore
export type EvidenceId = keyof typeof evidenceQuestions;
