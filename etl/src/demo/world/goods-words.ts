// What the shop sells, in both languages: one line a category. `kinds`, `makes` and `sizes` are pairs of Chinese and English.
export interface Category {
  code: string;
  zh: string;
  en: string | null; // one category was never translated
  weight: number;
  fen: readonly [low: number, high: number];
  kinds: readonly Pair[];
  makes: readonly Pair[];
  sizes: readonly Pair[];
  breakable: boolean;
  bulky: boolean; // comes with installation or in a booked slot
  certified: boolean; // needs a certificate
}
type Pair = readonly [zh: string, en: string];

const pairs = (text: string): Pair[] =>
  text.split(',').map((pair) => {
    const [zh = '', en = ''] = pair.trim().split('/');
    return [zh, en];
  });

function category(
  [code, zh, en]: readonly [string, string, string | null],
  weight: number,
  fen: readonly [number, number],
  [kinds, makes, sizes]: readonly [string, string, string],
  traits = '',
): Category {
  return {
    code,
    zh,
    en,
    weight,
    fen,
    kinds: pairs(kinds),
    makes: pairs(makes),
    sizes: pairs(sizes),
    breakable: traits.includes('breakable'),
    bulky: traits.includes('bulky'),
    certified: traits.includes('certified'),
  };
}

export const categories: readonly Category[] = [
  category(['apparel', '服饰', 'Apparel'], 20, [3900, 39900], [
    '连帽卫衣/Hoodie, 直筒牛仔裤/Straight Jeans, 羊毛开衫/Wool Cardigan, 亚麻衬衫/Linen Shirt, 轻薄羽绒服/Light Down Jacket, 针织半身裙/Knit Skirt',
    '纯棉/Cotton, 加绒/Fleece-Lined, 宽松/Loose, 修身/Slim, 复古/Vintage',
    '浅灰/Light Grey, 藏蓝/Navy, 米白/Off-White, 墨绿/Dark Green',
  ]),
  category(['beauty', '美妆个护', 'Beauty and care'], 14, [1900, 29900], [
    '氨基酸洁面乳/Amino Cleanser, 保湿面霜/Moisturiser, 清爽防晒乳/Light Sunscreen, 丝绒口红/Velvet Lipstick, 护发精油/Hair Oil',
    '温和/Gentle, 清透/Clear, 滋润/Rich, 无香/Unscented',
    '50毫升/50 ml, 100毫升/100 ml, 三支装/Pack of 3',
  ], 'breakable certified'),
  category(['food', '食品生鲜', 'Food'], 13, [990, 15900], [
    '坚果礼盒/Nut Gift Box, 高山绿茶/Mountain Green Tea, 五常大米/Wuchang Rice, 手工牛肉干/Beef Jerky, 冻干水果麦片/Fruit Muesli, 山茶油/Camellia Oil',
    '原味/Original, 低糖/Low Sugar, 当季/Seasonal, 散养/Free-Range',
    '500克/500 g, 1千克/1 kg, 2千克/2 kg, 礼盒装/Gift Box',
  ], 'certified'),
  category(['digital', '数码', 'Electronics'], 11, [4900, 249900], [
    '蓝牙耳机/Bluetooth Headphones, 移动电源/Power Bank, 机械键盘/Mechanical Keyboard, 智能手环/Smart Band, 便携投影仪/Portable Projector, 无线充电座/Wireless Charger',
    '降噪/Noise-Cancelling, 长续航/Long-Life, 静音/Silent, 轻巧/Compact',
    '标准版/Standard, 进阶版/Plus, 旗舰版/Pro',
  ], 'breakable'),
  category(['home', '家居家纺', 'Home textiles'], 12, [2900, 59900], [
    '四件套/Bedding Set, 记忆枕/Memory Pillow, 遮光窗帘/Blackout Curtain, 羊绒毯/Cashmere Throw, 收纳柜/Storage Cabinet',
    '水洗棉/Washed Cotton, 天丝/Lyocell, 提花/Jacquard, 加厚/Thick',
    '1.5米/1.5 m, 1.8米/1.8 m, 2.0米/2.0 m',
  ]),
  category(['appliance', '小家电', 'Small appliances'], 8, [9900, 129900], [
    '破壁机/Blender, 空气炸锅/Air Fryer, 电热水壶/Kettle, 扫地机/Robot Vacuum, 加湿器/Humidifier, 电饭煲/Rice Cooker',
    '静音/Silent, 可预约/Programmable, 易清洗/Easy-Clean, 大容量/Large',
    '白色/White, 灰色/Grey, 3升/3 L, 5升/5 L',
  ], 'breakable bulky'),
  category(['baby', '母婴', 'Mother and baby'], 7, [2900, 45900], [
    '婴儿推车/Pushchair, 纸尿裤/Nappies, 宝宝餐椅/High Chair, 连体衣/Bodysuit, 恒温奶瓶/Warm Bottle',
    '透气/Breathable, 柔软/Soft, 可折叠/Foldable',
    '新生儿/Newborn, 6个月以上/6 Months+, 1岁以上/1 Year+',
  ], 'certified'),
  category(['sports', '运动户外', 'Sports'], 6, [3900, 89900], [
    '跑步鞋/Running Shoes, 瑜伽垫/Yoga Mat, 登山包/Hiking Pack, 速干衣/Quick-Dry Shirt, 折叠露营椅/Camping Chair',
    '轻量/Lightweight, 防滑/Non-Slip, 防水/Waterproof',
    '蓝色/Blue, 黑色/Black, 橙色/Orange',
  ]),
  category(['books', '图书文具', 'Books and stationery'], 4, [1500, 12900], [
    '科普绘本/Science Picture Book, 手账本/Journal, 钢笔套装/Fountain Pen Set, 水彩颜料/Watercolours',
    '精装/Hardcover, 便携/Pocket, 入门/Starter',
    '单册/Single, 三册/Set of 3, 全套/Full Set',
  ]),
  category(['pets', '宠物', 'Pets'], 3, [1900, 29900], [
    '猫砂/Cat Litter, 冻干猫粮/Freeze-Dried Cat Food, 宠物牵引绳/Pet Lead, 自动喂食器/Automatic Feeder',
    '无尘/Dust-Free, 全价/Complete, 可调节/Adjustable',
    '小号/Small, 中号/Medium, 大号/Large',
  ]),
  category(['furniture', '家具', 'Furniture'], 1.5, [19900, 399900], [
    '实木书桌/Solid Wood Desk, 布艺沙发/Fabric Sofa, 人体工学椅/Ergonomic Chair',
    '北欧/Nordic, 原木/Natural Wood, 可升降/Height-Adjustable',
    '1.2米/1.2 m, 1.4米/1.4 m, 双人/Two-Seat',
  ], 'breakable bulky'),
  category(['handicraft', '非遗手作', null], 0.5, [6900, 89900], [
    '扎染围巾/Tie-Dye Scarf, 竹编茶席/Bamboo Tea Mat, 手工剪纸/Paper Cutting',
    '匠人/Artisan, 限量/Limited',
    '单件/Single, 一套/Set',
  ]),
]; // prettier-ignore

// 𠮷 is four bytes in GB18030 and in UTF-8, and two units in JavaScript: what reads the file must get it right.
export const BRANDS: readonly Pair[] = pairs(
  '青禾/Qinghe, 木棉/Mumian, 知夏/Zhixia, 拾光/Shiguang, 云上/Yunshang, 小满/Xiaoman, 南山/Nanshan, 北野/Beiye, 初见/Chujian, 海盐/Haiyan, 白露/Bailu, 半日/Banri, 大树/Dashu, 森屿/Senyu, 一间/Yijian, 橙色/Chengse, 𠮷野/Jiye',
);
export const SHOPS = ['旗舰店', '专营店', '专卖店', '生活馆', '工厂店'];
