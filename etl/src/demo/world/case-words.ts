import type { Topic } from '../lives/case.ts';
import { BAD_BATCH } from '../truths.ts';
import type { Dice } from './dice.ts';

// What customers write to the desk, composed for this shop: no name, phone or address is ever in it.
const sayings: Record<Topic, { zh: readonly string[]; en: readonly string[] }> = {
  where_is_my_order: {
    zh: ['包裹到哪儿了？物流两天没更新。', '什么时候能到？', '显示已发货但一直没动静。', '帮忙查一下我的快递。'],
    en: [
      'Where is my parcel? No update for two days.',
      'When will it arrive?',
      'Tracking has not moved since yesterday.',
    ],
  },
  delivery_late: {
    zh: ['已经超过承诺时间了，还没送到！', '晚了好几天，耽误事了。', '说好的时间没到，怎么赔？'],
    en: ['It is past the promised day and still not here.', 'Days late. I needed it for a trip.'],
  },
  damaged: {
    zh: ['箱子压扁了，里面的东西也坏了。', '收到时外壳裂了。', '包装破损，东西碎了一地。'],
    en: ['The box was crushed and the item inside is broken.', 'It arrived cracked.'],
  },
  lost: {
    zh: ['快递说丢件了，怎么处理？', '半个多月没收到，应该是丢了。'],
    en: ['The courier says the parcel is lost.', 'Nothing has come for two weeks, please check.'],
  },
  wrong_item: {
    zh: ['发错货了，颜色不对。', '型号发错，少了一件。', '收到的不是我买的那款。'],
    en: ['You sent the wrong model.', 'Wrong size, and one piece is missing.'],
  },
  not_as_described: {
    zh: ['实物跟页面描述不一样。', '材质和宣传的不符。', '图片和实物差太多，要求退款。'],
    en: ['It does not match the description.', 'The material is not what the page says.'],
  },
  quality: {
    zh: ['用了几天就开不了机。', '线头很多，洗一次就变形。', '按说明操作没反应，怎么回事？', '有异响，是不是坏了？'],
    en: [
      'It stopped working after a few days.',
      'It makes a strange noise, is it faulty?',
      'I followed the manual and nothing happens.',
    ],
  },
  refund: {
    zh: ['退款什么时候到账？', '货已经退回去了，钱还没退。', '怎么申请退货？'],
    en: ['When will my refund arrive?', 'I sent it back last week, still no refund.'],
  },
  invoice: { zh: ['请开一张电子发票。', '发票抬头写错了，能换吗？'], en: ['Please send me an invoice.'] },
  advice: {
    zh: [
      '这款适合送长辈吗？',
      '身高一米七穿多大？',
      '和上一代有什么区别？',
      '有优惠吗？',
      '能用几年？',
      '现货吗，今天能发吗？',
    ],
    en: ['Which size should I take?', 'Does it work with my phone?', 'Is it in stock?'],
  },
  payment: { zh: ['付款一直失败，怎么办？', '扣款了但订单还是未付款。'], en: ['The payment fails every time.'] },
  account: { zh: ['换了手机登录不上。', '会员积分怎么查？'], en: ['I cannot sign in on my new device.'] },
  attitude: { zh: ['快递员态度很差，还要我下楼取。', '派件的人说话难听。'], en: ['The courier was rude.'] },
};

const batch = {
  zh: [`颜色${BAD_BATCH.words.zh[0]}，和图片完全两样。`, `一打开就是${BAD_BATCH.words.zh[1]}，描述里没说。`],
  en: [
    `The colour is ${BAD_BATCH.words.en[0]}, nothing like the photos.`,
    `A ${BAD_BATCH.words.en[1]} smell that the description does not mention.`,
  ],
};

/** The words that only buyers of the bad batch use. */
export function batchText(dice: Dice, english: boolean): string {
  return dice.pick(english ? batch.en : batch.zh);
}

export function caseText(dice: Dice, topic: Topic, english: boolean, words?: 'batch'): string {
  const own = sayings[topic][english ? 'en' : 'zh'];
  const text = words === 'batch' ? batchText(dice, english) : dice.pick(own);
  return dice.chance(0.2) ? `${text}${english ? ' Thanks.' : '谢谢。'}` : text;
}
