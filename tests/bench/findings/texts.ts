/** A number always the same for a row with this id, 0 … most − 1. */
export const drawn = (id: string, use: number, most: number): string =>
  `((hashtextextended(${id}::text, ${use}) & 2147483647) % ${most})::int`;

const listed = (words: string): string =>
  `array[${words
    .trim()
    .split(/\s+/)
    .map((word) => `'${word.replaceAll('_', ' ')}'`)
    .join(', ')}]`;
const one = (words: string, id: string, use: number): string =>
  `(${listed(words)})[1 + ${drawn(id, use, words.trim().split(/\s+/).length)}]`;

const good = {
  zh: '质量很好 物流很快 包装完好无损 客服耐心解答 性价比很高 颜色很好看 孩子特别喜欢 面料舒服 下次还会回购 送货上门态度好 和图片一样 做工精细',
  en: 'great_quality arrived_early well_packed friendly_support good_value lovely_colour my_children_love_it fits_perfectly would_buy_again just_as_described works_well easy_to_use',
};
const bad = {
  zh: '质量太差 快递太慢了 收到时已经破损 客服不理人 和描述不符 颜色差很多 用了两天就坏了 退款拖了很久 少发了一件 味道刺鼻 物流一直不更新 说好次日达没送到',
  en: 'poor_quality parcel_came_late arrived_broken nobody_answered not_as_described wrong_colour stopped_working still_no_refund item_missing smells_awful tracking_never_updates waste_of_money',
};
const asking = {
  zh: '请问包裹到哪里了 什么时候发货 发票怎么开 想改一下地址 可以换尺码吗 退款多久到账 支付不成功 会员积分怎么用',
  en: 'where_is_my_parcel when_will_it_ship how_do_i_get_an_invoice please_change_the_address can_i_swap_the_size how_long_does_a_refund_take payment_fails how_do_points_work',
};
const goods =
  '杯子 毛巾 床单 耳机 键盘 书包 台灯 雨伞 拖鞋 围巾 手机壳 充电器 锅铲 水壶 牙刷 面霜 口红 洗发水 积木 绘本 猫粮 狗绳 花盆 种子 地毯 窗帘 枕头 被套 帽子 手套 袜子 衬衫 裙子 牛仔裤 外套 运动鞋 背包 行李箱 眼镜 手表';
const syllables = listed('ba do ri ne ku lo mi sa te vo pa zu ge fi ra no ti le ma cu');

/** Words of a long tail, as people's own are: 8,000 made ones, few of them often. */
const tail = (id: string, words: number): string =>
  `(select string_agg((${syllables})[1 + r % 20] || (${syllables})[1 + r / 20 % 20] || (${syllables})[1 + r / 400], ' ')
    from (select floor(8000 * power(${drawn(id, 60, 1_000_000)}::bigint * k * 7919 % 1000003 / 1000003.0, 3))::int as r from generate_series(1, ${words}) k) w)`;

const text = (says: { zh: string; en: string }, id: string): string => `case when ${drawn(id, 50, 3)} > 0
  then concat(${one(goods, id, 51)}, ${one(says.zh, id, 52)}, '，', ${one(says.zh, id, 53)}, '。买的', ${one(goods, id, 54)}, '也', ${one(says.zh, id, 55)}, '。')
  else concat(${one(says.en, id, 52)}, ' and ', ${one(says.en, id, 53)}, '. ', ${tail(id, 7)}) end`;

/** What a customer wrote: content, discontent, or a question. */
export const praise = (id: string): string => text(good, id);
export const blame = (id: string): string => text(bad, id);
export const question = (id: string): string => text(asking, id);
