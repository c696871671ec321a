import { shop, type Shop } from '../testkit/shop.ts';

/**
 * Thirteen orders with every trap; `figures.test.ts` holds what they come to, reckoned by hand. Last order day: 2025-03-20.
 *
 *      placed       status       promised    delivered         region  items (price + freight)              paid                     reviews
 * A1   2024-01-10   delivered    01-15       01-14  4.0 days   east    toys/m1 110                          alipay 110               5
 * A2   same minute  delivered    01-15       01-16  6.5 days   east    lamps/m2 50   (split of one basket)  voucher 20, alipay 30    2, 4
 * A3   2024-02-20   canceled     02-25       –                 east    toys/m1 85                           alipay 85                –
 * A4   2024-03-05   delivered    03-08       03-08  3.0 days   west    toys/m1 45, lamps/m1 35              alipay 80                4
 * B1   2024-01-20   shipped      01-30       – overdue         west    toys/m1 70                           wechat_pay 70            1
 * B2   2024-02-10   delivered    02-20       02-12  2.0 days   west    no category/m2 20                    alipay 20                –
 * C1   2024-02-15   unavailable  02-25       –                 east    none                                 none                     –
 * C2   2024-06-01   delivered    06-03       06-05  4.0 days   east    lamps/m2 220                         credit_card 220          3
 * D1   2024-12-20   delivered    no promise  12-24  4.0 days   none    toys/m2 10                           alipay 10                5
 * D2   2025-03-15   created      03-25       – not due yet     east    lamps/m1 100                         none                     –
 * E0   2024-02-28   delivered    03-05       no date           west    toys/m1 15                           alipay 15                –
 * E1   2025-03-20   approved     03-20       – due today       east    toys/m1 6                            alipay 6                 –
 * G1   2024-02-15   delivered    02-18       02-17  2.0 days   east    toys/m1 30    (buyer unknown)        alipay 30                5
 */
export function goldenShop(): Shop {
  const gold = shop();
  gold
    .customer('Ada')
    .ordered('A1', '2024-01-10 10:00', {
      promised: '2024-01-15',
      region: 'east',
      items: [['toys', 'm1', 100, 10]],
      paid: [['alipay', 110]],
    })
    .delivered('2024-01-14 10:00')
    .reviewed(5)
    .ordered('A2', '2024-01-10 10:00', {
      promised: '2024-01-15',
      region: 'east',
      items: [['lamps', 'm2', 50, 0]],
      paid: [
        ['voucher', 20],
        ['alipay', 30],
      ],
    })
    .delivered('2024-01-16 22:00')
    .reviewed(2, 4)
    .ordered('A3', '2024-02-20 09:00', {
      status: 'canceled',
      promised: '2024-02-25',
      region: 'east',
      items: [['toys', 'm1', 80, 5]],
      paid: [['alipay', 85]],
    })
    .ordered('A4', '2024-03-05 12:00', {
      promised: '2024-03-08',
      region: 'west',
      items: [
        ['toys', 'm1', 40, 5],
        ['lamps', 'm1', 30, 5],
      ],
      paid: [['alipay', 80]],
    })
    .delivered('2024-03-08 12:00')
    .reviewed(4);
  gold
    .customer('Bo')
    .ordered('B1', '2024-01-20 08:00', {
      status: 'shipped',
      promised: '2024-01-30',
      region: 'west',
      items: [['toys', 'm1', 60, 10]],
      paid: [['wechat_pay', 70]],
    })
    .reviewed(1)
    .ordered('B2', '2024-02-10 08:00', {
      promised: '2024-02-20',
      region: 'west',
      items: [['', 'm2', 20, 0]],
      paid: [['alipay', 20]],
    })
    .delivered('2024-02-12 08:00');
  gold
    .customer('Cy')
    .ordered('C1', '2024-02-15 15:00', { status: 'unavailable', promised: '2024-02-25', region: 'east' })
    .ordered('C2', '2024-06-01 00:00', {
      promised: '2024-06-03',
      region: 'east',
      items: [['lamps', 'm2', 200, 20]],
      paid: [['credit_card', 220]],
    })
    .delivered('2024-06-05 00:00')
    .reviewed(3);
  gold
    .customer('Di')
    .ordered('D1', '2024-12-20 20:00', { items: [['toys', 'm2', 10, 0]], paid: [['alipay', 10]] })
    .delivered('2024-12-24 20:00')
    .reviewed(5)
    .ordered('D2', '2025-03-15 11:00', {
      status: 'created',
      promised: '2025-03-25',
      region: 'east',
      items: [['lamps', 'm1', 90, 10]],
    });
  gold
    .customer('Eve')
    .ordered('E0', '2024-02-28 23:59', {
      promised: '2024-03-05',
      region: 'west',
      items: [['toys', 'm1', 15, 0]],
      paid: [['alipay', 15]],
    })
    .ordered('E1', '2025-03-20 07:00', {
      status: 'approved',
      promised: '2025-03-20',
      region: 'east',
      items: [['toys', 'm1', 5, 1]],
      paid: [['alipay', 6]],
    });
  gold
    .guest()
    .ordered('G1', '2024-02-15 12:00', {
      promised: '2024-02-18',
      region: 'east',
      items: [['toys', 'm1', 30, 0]],
      paid: [['alipay', 30]],
    })
    .delivered('2024-02-17 12:00')
    .reviewed(5);
  return gold;
}
