import { Dice, Wheel } from './dice.ts';
import { places } from './places.ts';
import { BAD_MERCHANT } from './truths.ts';

export interface Category {
  code: string;
  zh: string;
  en: string | null; // one category was never translated
  weight: number;
  fen: readonly [low: number, high: number];
  kinds: readonly string[];
  makes: readonly string[];
  sizes: readonly string[];
}

const rows: readonly (readonly [string, string, string | null, number, number, number, string, string, string])[] = [
  [
    'apparel',
    '服饰',
    'Apparel',
    20,
    3900,
    39900,
    '连帽卫衣 直筒牛仔裤 羊毛开衫 亚麻衬衫 轻薄羽绒服 针织半身裙',
    '纯棉 加绒 宽松 修身 复古',
    '浅灰 藏蓝 米白 墨绿',
  ],
  [
    'beauty',
    '美妆个护',
    'Beauty and care',
    14,
    1900,
    29900,
    '氨基酸洁面乳 保湿面霜 清爽防晒乳 丝绒口红 护发精油',
    '温和 清透 滋润 无香',
    '50毫升 100毫升 三支装',
  ],
  [
    'food',
    '食品生鲜',
    'Food',
    13,
    990,
    15900,
    '坚果礼盒 高山绿茶 五常大米 手工牛肉干 冻干水果麦片 山茶油',
    '原味 低糖 当季 散养',
    '500克 1千克 2千克 礼盒装',
  ],
  [
    'digital',
    '数码',
    'Electronics',
    11,
    4900,
    249900,
    '蓝牙耳机 移动电源 机械键盘 智能手环 便携投影仪 无线充电座',
    '降噪 长续航 静音 轻巧',
    '标准版 进阶版 旗舰版',
  ],
  [
    'home',
    '家居家纺',
    'Home textiles',
    12,
    2900,
    59900,
    '四件套 记忆枕 遮光窗帘 羊绒毯 收纳柜',
    '水洗棉 天丝 提花 加厚',
    '1.5米 1.8米 2.0米',
  ],
  [
    'appliance',
    '小家电',
    'Small appliances',
    8,
    9900,
    129900,
    '破壁机 空气炸锅 电热水壶 扫地机 加湿器 电饭煲',
    '静音 可预约 易清洗 大容量',
    '白色 灰色 3升 5升',
  ],
  [
    'baby',
    '母婴',
    'Mother and baby',
    7,
    2900,
    45900,
    '婴儿推车 纸尿裤 宝宝餐椅 连体衣 恒温奶瓶',
    '透气 柔软 可折叠',
    '新生儿 6个月以上 1岁以上',
  ],
  [
    'sports',
    '运动户外',
    'Sports',
    6,
    3900,
    89900,
    '跑步鞋 瑜伽垫 登山包 速干衣 折叠露营椅',
    '轻量 防滑 防水',
    '蓝色 黑色 橙色',
  ],
  [
    'books',
    '图书文具',
    'Books and stationery',
    4,
    1500,
    12900,
    '科普绘本 手账本 钢笔套装 水彩颜料',
    '精装 便携 入门',
    '单册 三册 全套',
  ],
  ['pets', '宠物', 'Pets', 3, 1900, 29900, '猫砂 冻干猫粮 宠物牵引绳 自动喂食器', '无尘 全价 可调节', '小号 中号 大号'],
  [
    'furniture',
    '家具',
    'Furniture',
    1.5,
    19900,
    399900,
    '实木书桌 布艺沙发 人体工学椅',
    '北欧 原木 可升降',
    '1.2米 1.4米 双人',
  ],
  ['handicraft', '非遗手作', null, 0.5, 6900, 89900, '扎染围巾 竹编茶席 手工剪纸', '匠人 限量', '单件 一套'],
];

export const categories: readonly Category[] = rows.map(([code, zh, en, weight, low, high, kinds, makes, sizes]) => ({
  code,
  zh,
  en,
  weight,
  fen: [low, high],
  kinds: kinds.split(' '),
  makes: makes.split(' '),
  sizes: sizes.split(' '),
}));

export interface Merchant {
  id: string;
  title: string;
  regionCode: string;
  city: string;
}

export interface Product {
  id: string;
  title: string;
  category: string | null; // a few were never filed under one
  merchant: string;
  fen: number;
  photos: number;
  descriptionLength: number;
  weightG: number;
}

const MARKS = [
  '青禾',
  '木棉',
  '知夏',
  '拾光',
  '云上',
  '小满',
  '南山',
  '北野',
  '初见',
  '海盐',
  '白露',
  '半日',
  '大树',
  '森屿',
  '一间',
  '橙色',
];
const SHOPS = ['旗舰店', '专营店', '专卖店', '生活馆', '工厂店'];

function merchantsOf(seed: string, count: number): Merchant[] {
  return Array.from({ length: count }, (_, i) => {
    const id = `M${String(i + 1).padStart(4, '0')}`;
    const dice = new Dice(seed, 'merchant', id);
    const place = dice.pick(places.filter((p) => !p.remote));
    return {
      id,
      title: `${MARKS[i % MARKS.length]}${categories[i % categories.length]?.zh}${dice.pick(SHOPS)}`,
      regionCode: place.code,
      city: dice.pick(place.cities),
    };
  });
}

function productOf(seed: string, no: number, merchants: readonly Merchant[], wheel: Wheel<Category>): Product {
  const dice = new Dice(seed, 'product', no);
  const category = wheel.spin(dice);
  const [low, high] = category.fen;
  // Squared: most prices lie near the low end. Whole yuan less ten fen, as shops like it.
  const yuan = Math.round((low + (high - low) * dice.unit() ** 2.5) / 100);
  return {
    id: `P${String(no).padStart(6, '0')}`,
    title: `${dice.pick(category.makes)}${dice.pick(category.kinds)} ${dice.pick(category.sizes)}`,
    category: no % 97 === 0 ? null : category.code,
    merchant: dice.pick(merchants).id,
    fen: yuan * 100 - 10,
    photos: dice.between(1, 9),
    descriptionLength: dice.between(80, 1600),
    weightG: dice.between(1, 60) * 50,
  };
}

// Merchants and products grow with the shop, within what fits in memory.
export function assortment(seed: string, orders: number) {
  const merchants = merchantsOf(seed, Math.min(400, Math.max(12, Math.round(orders / 500))));
  const wheel = new Wheel(categories.map((category) => [category, category.weight] as const));
  const count = Math.min(8000, Math.max(120, Math.round(orders / 40)));
  const products = Array.from({ length: count }, (_, i) => productOf(seed, i + 1, merchants, wheel));
  // A few sell much, most sell little; the merchant that goes bad sells enough to be seen.
  const sales = new Wheel(
    products.map(
      (product, i) => [product, (product.merchant === BAD_MERCHANT.merchant ? 1.5 : 1) / Math.sqrt(i + 4)] as const,
    ),
  );
  return { merchants, products, sales };
}
