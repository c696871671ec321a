import { idWords, plain, says } from './words.ts';

export type PersonalKind = 'email' | 'phone' | 'name' | 'address' | 'identity' | 'account';

const phoneWords = [
  'phone',
  'mobile',
  'tel',
  'telephone',
  'cell',
  'telefone',
  'celular',
  'whatsapp',
  '手机',
  '电话',
  '联系方式',
];
const byTitle: [PersonalKind, string[]][] = [
  ['email', ['email', 'e_mail', 'mail', '邮箱', '电子邮件']],
  ['phone', phoneWords],
  ['identity', ['id_card', 'passport', 'cpf', 'cnpj', 'ssn', '身份证', '证件']],
  [
    'name',
    [
      'name',
      'full_name',
      'first_name',
      'last_name',
      'customer_name',
      'buyer_name',
      'recipient',
      'receiver',
      'consignee',
      'nome',
      'sobrenome',
      '姓名',
      '收货人',
      '收件人',
      '买家姓名',
      '联系人',
    ],
  ],
  ['address', ['address', 'address1', 'address2', 'street', 'endereco', 'logradouro', '地址', '街道']],
  [
    'account',
    [
      'nick',
      'nickname',
      'username',
      'user_name',
      'login',
      'wangwang',
      'alipay',
      '会员名',
      '昵称',
      '旺旺',
      '支付宝账号',
      '账号',
    ],
  ],
];
/** A name of something else is nobody's. */
const ofThings = [
  'product',
  'item',
  'lineitem',
  'sku',
  'shop',
  'store',
  'seller',
  'company',
  'category',
  'brand',
  'file',
  'carrier',
  'city',
  'state',
  'province',
  'country',
  'discount',
  'province_name',
  'tax',
  'campaign',
  '商品',
  '店铺',
  '类目',
  '品牌',
  '快递',
  '公司',
  '城市',
  '省',
];

const values: [PersonalKind, RegExp][] = [
  ['email', /^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/i],
  ['phone', /^(\+?86[- ]?)?1[3-9]\d{9}$|^\+\d{1,3}[\d ().-]{7,}$|^\(\d{2,3}\) ?\d{4,5}-\d{4}$/],
  ['identity', /^[1-9]\d{5}(19|20)\d{9}[\dXx]$|^\d{3}\.\d{3}\.\d{3}-\d{2}$/],
];
const SHARE = 0.5;
/** So few different texts in so many records are a list of places, not of people. */
const FEW = 60;

/** Whether a column tells who somebody is: by what its values look like, else by its title. */
export function personalKind(title: string, all: readonly string[]): PersonalKind | null {
  const filled = all.map((value) => value.trim()).filter((value) => value !== '');
  const name = plain(title);
  for (const [kind, form] of values) {
    // Eleven digits of an id may begin as a phone number does.
    if (kind === 'phone' && says(name, idWords) && !says(name, phoneWords)) continue;
    if (filled.length > 0 && filled.filter((value) => form.test(value)).length >= filled.length * SHARE) return kind;
  }
  const kind = byTitle.find(([, words]) => says(name, words))?.[0] ?? null;
  if (kind === null || ((kind === 'name' || kind === 'account') && says(name, ofThings))) return null;
  if (kind === 'address' && filled.length >= 5 * FEW && new Set(filled).size <= FEW) return null;
  return kind === 'name' && name === 'name' && looksLikeNumbers(filled) ? null : kind;
}

/** An order may be called "Name", as #1001 is. */
function looksLikeNumbers(filled: readonly string[]): boolean {
  return filled.length > 0 && filled.every((value) => /\d/.test(value));
}
