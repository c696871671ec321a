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
  return words.some((word) =>
    /^[\u0021-\u007f]+$/.test(word) ? `_${title}_`.includes(`_${word}_`) : title.includes(word),
  );
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
