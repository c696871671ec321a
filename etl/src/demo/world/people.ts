import type { Dice } from './dice.ts';

// Composed, not collected: any likeness to a living person is chance. Surnames and given names are chosen so that no
// text of the shop (a city, a title, a review) contains surname + given name; generate.test.ts looks for every combination.
export const SURNAMES = [
  ...'王李张刘陈杨赵吴周徐孙马朱胡郭何罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余蒋叶杜苏魏程吕丁沈任姚卢傅钟崔谭廖范汪陆韦贾夏付邹熊孟秦邱侯尹薛闫段雷黎史陶贺毛郝顾龚邵覃武钱戴严莫孔',
].concat(['欧阳', '上官', '司马', '诸葛']);
export const GIVEN = [
  ...'雨欣梓涵浩宇轩子墨思琪嘉怡俊杰佳瑶诗婷晨曦若彤雅静志强建军婉芷睿哲昊然可馨奕辰泽钰琳倩薇颖慧敏媛霖毅鹏飞楠旭冉悦妍萱煜铭恺灏霏筠茜岚璟蓉瑾珂珊珺',
];

export interface Person {
  name: string;
  phone: string;
  email: string;
  address: string;
}

const STREETS = ['和平', '人民', '建设', '解放', '中山', '文昌', '滨江', '学府', '朝阳', '长兴'];
const HOSTS = ['example.com', 'example.net', 'example.org'];
const SYLLABLES = [
  'an',
  'bo',
  'chu',
  'dai',
  'fei',
  'gu',
  'han',
  'jing',
  'kai',
  'lan',
  'mo',
  'nuo',
  'qi',
  'ru',
  'shan',
  'tong',
  'wei',
  'xi',
  'yue',
  'ze',
];

// 154 numbers no public operator's phones that we know of; the multiplier is odd and no multiple of 5, so eight digits never repeat.
export function phoneOf(no: number): string {
  return `154${String((no * 73_939_133 + 20_260_217) % 100_000_000).padStart(8, '0')}`;
}

export function person(dice: Dice, no: number): Person {
  const name = dice.pick(SURNAMES) + dice.pick(GIVEN) + dice.pick(GIVEN);
  const handle = dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.pick(SYLLABLES);
  return {
    name,
    phone: phoneOf(no),
    email: `${handle}.${no.toString(36)}${dice.between(10, 99)}@${dice.pick(HOSTS)}`,
    address: `${dice.pick(STREETS)}路${dice.between(1, 899)}号${dice.between(1, 18)}栋${dice.between(1, 29)}0${dice.between(1, 4)}室`,
  };
}
