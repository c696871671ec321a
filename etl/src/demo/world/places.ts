import { Wheel } from './dice.ts';

export interface Place {
  code: string; // ISO 3166-2
  zh: string;
  en: string;
  remote: boolean;
  promiseDays: number;
  fast: boolean; // 211 has always been offered
  cities: readonly string[];
}

// code, zh, en, weight in ‰ of customers, promised days, cities
const rows: readonly (readonly [string, string, string, number, number, string])[] = [
  ['CN-BJ', '北京', 'Beijing', 48, 3, '北京'],
  ['CN-TJ', '天津', 'Tianjin', 17, 3, '天津'],
  ['CN-HE', '河北', 'Hebei', 45, 4, '石家庄 唐山 保定 廊坊'],
  ['CN-SX', '山西', 'Shanxi', 21, 4, '太原 大同 临汾'],
  ['CN-NM', '内蒙古', 'Inner Mongolia', 13, 5, '呼和浩特 包头 赤峰'],
  ['CN-LN', '辽宁', 'Liaoning', 28, 4, '沈阳 大连 鞍山'],
  ['CN-JL', '吉林', 'Jilin', 14, 5, '长春 吉林'],
  ['CN-HL', '黑龙江', 'Heilongjiang', 18, 5, '哈尔滨 大庆 齐齐哈尔'],
  ['CN-SH', '上海', 'Shanghai', 62, 3, '上海'],
  ['CN-JS', '江苏', 'Jiangsu', 88, 3, '南京 苏州 无锡 常州 南通'],
  ['CN-ZJ', '浙江', 'Zhejiang', 82, 3, '杭州 宁波 温州 金华 绍兴'],
  ['CN-AH', '安徽', 'Anhui', 38, 3, '合肥 芜湖 阜阳'],
  ['CN-FJ', '福建', 'Fujian', 39, 4, '福州 厦门 泉州'],
  ['CN-JX', '江西', 'Jiangxi', 27, 4, '南昌 赣州 九江'],
  ['CN-SD', '山东', 'Shandong', 68, 3, '济南 青岛 烟台 潍坊'],
  ['CN-HA', '河南', 'Henan', 58, 4, '郑州 洛阳 南阳'],
  ['CN-HB', '湖北', 'Hubei', 40, 4, '武汉 宜昌 襄阳'],
  ['CN-HN', '湖南', 'Hunan', 38, 4, '长沙 衡阳 岳阳'],
  ['CN-GD', '广东', 'Guangdong', 128, 3, '广州 深圳 东莞 佛山 汕头'],
  ['CN-GX', '广西', 'Guangxi', 25, 4, '南宁 柳州 桂林'],
  ['CN-HI', '海南', 'Hainan', 8, 5, '海口 三亚'],
  ['CN-CQ', '重庆', 'Chongqing', 27, 4, '重庆'],
  ['CN-SC', '四川', 'Sichuan', 50, 4, '成都 绵阳 南充'],
  ['CN-GZ', '贵州', 'Guizhou', 17, 5, '贵阳 遵义'],
  ['CN-YN', '云南', 'Yunnan', 20, 5, '昆明 曲靖 大理'],
  ['CN-XZ', '西藏', 'Tibet', 6, 9, '拉萨 日喀则'],
  ['CN-SN', '陕西', 'Shaanxi', 27, 4, '西安 咸阳 宝鸡'],
  ['CN-GS', '甘肃', 'Gansu', 12, 6, '兰州 天水'],
  ['CN-QH', '青海', 'Qinghai', 4, 7, '西宁'],
  ['CN-NX', '宁夏', 'Ningxia', 5, 6, '银川'],
  ['CN-XJ', '新疆', 'Xinjiang', 27, 8, '乌鲁木齐 喀什 伊宁'],
];

const REMOTE = new Set(['CN-XZ', 'CN-XJ']);
const FAST = new Set(['CN-SH', 'CN-BJ']);

export const places: readonly Place[] = rows.map(([code, zh, en, , promiseDays, cities]) => ({
  code,
  zh,
  en,
  promiseDays,
  remote: REMOTE.has(code),
  fast: FAST.has(code),
  cities: cities.split(' '),
}));

export const placeWheel = new Wheel(places.map((place, i) => [place, rows[i]?.[3] ?? 0] as const));
