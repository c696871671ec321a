import { expect, it } from 'vitest';
import { gb18030 } from '../formats/encode.ts';
import { workbook } from '../formats/workbook.ts';
import { PresetHouses, rowsOf } from './house.ts';

const houses = new PresetHouses();

const titles =
  '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,退款金额'.split(
    ',',
  );

const row = (given: Record<string, string>): string[] => titles.map((title) => given[title.trim()] ?? '');
const orders = [
  row({
    订单编号: '="1930679858170647"',
    买家会员名: '小鱼㐀',
    买家应付邮费: '10',
    总金额: '608',
    买家实际支付金额: '608',
    订单状态: '交易成功',
    收货人姓名: '张三',
    收货地址: '吉林省 通化市 柳河县 柳河镇',
    联系手机: "'18618480000",
    订单创建时间: '2016-05-23 22:02:10',
    订单付款时间: '2016-05-23 22:03:00',
    物流单号: 'No:70034010',
    物流公司: '圆通速递',
    退款金额: '100',
  }),
  row({
    订单编号: '="1930679858170648"',
    买家会员名: '小鱼㐀',
    买家应付邮费: '0',
    总金额: '59.9',
    买家实际支付金额: '0',
    订单状态: '交易关闭',
    收货人姓名: '张三',
    联系手机: "'18618480000",
    订单创建时间: '2016-05-24 08:00:00',
    订单关闭原因: '买家未付款',
  }),
];
const csv = (): Buffer => gb18030(`${[titles, ...orders].map((fields) => fields.join(',')).join('\r\n')}\r\n`);

async function shop(source: string, files: Record<string, Buffer>): Promise<unknown> {
  const house = await houses.open();
  const report = await houses.load(house, source, houses.delivery(files));
  expect(report.feeds.filter(({ quarantined }) => quarantined > 0)).toEqual([]);
  const [found = {}] = await rowsOf(
    house,
    `select (select jsonb_agg(jsonb_build_array(external_id, status, ordered_at, cancel_cause) order by external_id) from core.orders) as orders,
      (select jsonb_agg(jsonb_build_array(external_id, price_minor, freight_minor) order by external_id) from core.order_items) as items,
      (select jsonb_agg(jsonb_build_array(amount_minor, paid_at)) from core.payments) as payments,
      (select jsonb_agg(jsonb_build_array(waybill, carrier_code)) from core.shipments) as parcels,
      (select jsonb_agg(amount_minor) from core.returns) as refunds,
      (select count(*)::int from core.customers where identified) as buyers`,
  );
  return found;
}

const expected = {
  orders: [
    ['1930679858170647', 'delivered', '2016-05-23T14:02:10+00:00', null],
    ['1930679858170648', 'canceled', '2016-05-24T00:00:00+00:00', 'unpaid'],
  ],
  items: [
    ['1930679858170647#1', 59_800, 1_000],
    ['1930679858170648#1', 5_990, 0],
  ],
  payments: [[60_800, '2016-05-23T14:03:00+00:00']],
  parcels: [['70034010', '圆通速递']],
  refunds: [10_000],
  buyers: 1,
};

it('a report in GBK, with numbers wrapped as a spreadsheet likes them', async () => {
  await houses.copy('taobao', 'tb');
  expect(await shop('tb', { 'ExportOrderList201605241650.csv': csv() })).toEqual(expected);
});

it('the same report as a workbook', async () => {
  await houses.copy('taobao', 'tb_books', (yaml) =>
    yaml.replace('format: csv', 'format: xlsx').replace('encoding: gb18030\n', ''),
  );
  const book = workbook({ 订单: [titles, ...orders.map((fields) => fields.map((text) => text || null))] });
  expect(await shop('tb_books', { 'ExportOrderList201605241650.xlsx': book })).toEqual(expected);
});
