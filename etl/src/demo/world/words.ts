import type { Dice } from './dice.ts';

// What buyers write, composed for this shop. No sentence holds a surname followed by a given name of people.ts.
export type Mood = 'glad' | 'lukewarm' | 'late' | 'not_as_described' | 'lost' | 'poor';

const sentences: Record<Mood, readonly string[]> = {
  glad: [
    '包装很严实，东西完好无损。',
    '比预想的快，下单第三天就到了。',
    '质量对得起这个价格，会再来。',
    '客服回答很耐心，点赞。',
    '颜色和图片一样，家里人都喜欢。',
    '第二次买了，一如既往地好。',
    '做工细，没有异味。',
    '快递小哥送上楼，态度很好。',
    '物超所值👍',
    '尺码标准，穿着舒服。',
    '活动价入手，很划算。',
    '好评！',
  ],
  lukewarm: [
    '还可以，没有想象中惊艳。',
    '一般般，凑合用。',
    '东西没问题，包装简陋了些。',
    '说明书不太清楚，摸索了半天。',
    '价格再低一点就好了。',
    '中规中矩。',
  ],
  late: [
    '说好三天到，等了一个多星期。',
    '物流信息好几天不动，催了也没用。',
    '晚到了，已经用不上了。',
    '承诺的日期过了才收到，差评给物流。',
    '东西不错，就是送得太慢。',
    '一直显示"运输中"，心累。',
    '打电话才肯派送，还放错了驿站。',
  ],
  not_as_described: [
    '实物和图片差得太多。',
    '描述说是纯棉，摸着明显不是。',
    '尺寸和页面写的对不上。',
    '颜色完全不一样，像是另一款。',
    '宣传的功能没有，感觉被骗。',
  ],
  lost: ['到现在都没收到货！', '包裹丢了，一直让我等。', '没收到东西，客服互相推。'],
  poor: [
    '用了两天就坏了。',
    '有一股刺鼻的味道。',
    '收到就有划痕，外箱也破了。',
    '少发了一件，补发还要我催。',
    '退货流程太麻烦。',
  ],
};

const english: Record<Mood, readonly string[]> = {
  glad: [
    'Well packed, arrived in perfect condition.',
    'Faster than expected. Will buy again.',
    'Good quality for the price.',
    'Exactly like the pictures, the family loves it.',
    'Friendly courier, brought it to the door.',
  ],
  lukewarm: [
    'It is fine, nothing special.',
    'Works, but the manual is hard to follow.',
    'A little expensive for what it is.',
  ],
  late: [
    'Promised in three days, took more than a week.',
    'Tracking stood still for days.',
    'Good item, but it came too late to be of use.',
  ],
  not_as_described: ['Not the material that the page promises.', 'The size does not match the description.'],
  lost: ['Never arrived.', 'The parcel was lost and nobody took care.'],
  poor: ['Broke after two days.', 'Scratched on arrival.', 'Returning it was a pain.'],
};

const followUps = {
  glad: ['用了一个月来追评：依然好用。', '追评：家里老人也说好。', '追评：第二件也下单了。'],
  sorry: ['追评：洗过两次，有点起球。', '追评：客服后来给补发了，改个好印象。', '追评：问题一直没解决。'],
};

const replies = {
  zh: ['非常抱歉给您带来不便，已为您登记处理，请留意站内消息。', '抱歉让您失望了，我们会尽快与您联系解决。'],
  en: ['We are sorry for the trouble and are looking into it.'],
};

// Bought praise: nearly the same words every time (e).
const PRAISE = ['质量超级好，强烈推荐，大家放心买', '真的太好用了，回购无数次，五星好评'];
const TAILS = ['！', '！！', '～', '。'];

// Line breaks, commas and quotes are part of how people write, and of what a loader must survive.
export function message(dice: Dice, mood: Mood, inEnglish: boolean): string {
  const own = inEnglish ? english[mood] : sentences[mood];
  const parts = [dice.pick(own)];
  if (dice.chance(0.35)) parts.push(dice.pick(own));
  if (dice.chance(0.08)) parts.push('ps, 希望改进.');
  return [...new Set(parts)].join(dice.chance(0.12) ? '\n' : inEnglish ? ' ' : '');
}

export function followUp(dice: Dice, score: number): string {
  return dice.pick(score >= 4 ? followUps.glad : followUps.sorry);
}

export function shopReply(dice: Dice, inEnglish: boolean): string {
  return dice.pick(inEnglish ? replies.en : replies.zh);
}

export function praise(dice: Dice): string {
  return `${dice.pick(PRAISE)}${dice.pick(TAILS)}`;
}

export function moodOf(score: number, delay: string, notAsDescribed: boolean): Mood {
  if (notAsDescribed && score <= 3) return 'not_as_described';
  if (score >= 4) return 'glad';
  if (delay === 'not_delivered' || delay === 'canceled') return 'lost';
  if (delay !== 'on_time') return 'late';
  return score === 3 ? 'lukewarm' : 'poor';
}
