/** A title as it is compared: orderID, Order-Id and "order id" are one; Chinese keeps its signs. */
export function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}

/** Whether a plain title says one of these: whole words of it, or for Chinese a part. */
export function says(title: string, words: readonly string[]): boolean {
  return words.some((word) => (/^[a-z0-9_]+$/.test(word) ? saysWord(title, word) : title.includes(word)));
}

function saysWord(title: string, word: string): boolean {
  for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
    const [before = '', after = ''] = [title[at - 1], title[at + word.length]];
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return true;
  }
  return false;
}

export const timeWords = [
  'at',
  'time',
  'date',
  'day',
  'on',
  'ts',
  'timestamp',
  'datetime',
  'created',
  'updated',
  'paid',
  '时间',
  '日期',
  'data',
  'hora',
];
export const moneyWords = [
  'amount',
  'price',
  'total',
  'subtotal',
  'cost',
  'fee',
  'freight',
  'shipping',
  'paid',
  'revenue',
  'gmv',
  'sales',
  'refund',
  'value',
  'valor',
  'preco',
  'frete',
  '金额',
  '价',
  '费',
  '实付',
  '应付',
  '总额',
  '退款',
];
export const idWords = [
  'id',
  'no',
  'nr',
  'number',
  'code',
  'sku',
  'ref',
  'zip',
  'postcode',
  'postal',
  'cep',
  'waybill',
  'tracking',
  'barcode',
  'uuid',
  '编号',
  '单号',
  '编码',
  '账号',
  '邮编',
  '条码',
  '号',
];

/** Texts by which exports say that there is no value. */
export const missingTexts = [
  '?',
  'NULL',
  'null',
  'N/A',
  'n/a',
  'NA',
  '#N/A',
  '-',
  '--',
  'None',
  'none',
  'nan',
  'NaN',
  '\\N',
  '无',
  '空',
];
