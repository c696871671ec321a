import { dayOf, dayText, SPRING_FESTIVALS } from '../world/calendar.ts';
import { Dice } from '../world/dice.ts';
import { categories } from '../world/goods-words.ts';
import { places } from '../world/places.ts';
import type { Shop } from '../world/shop.ts';
import { BAD_MERCHANT, FAST_CHAT, NEXT_DAY, THANK_YOU_CARD, TRAINING } from '../truths.ts';
import { ORIGIN_WORDS } from './shop-backend.ts';
import { csv, yuan } from './system-file.ts';
import type { Writer } from './writer.ts';

const within = (shop: Shop, day: number) => day <= shop.season.last;

function certificates(to: Writer): void {
  const { shop } = to;
  const file = to.open({
    name: 'demo/certificates.csv',
    header: 'cert_no,seller_id,item_id,cert_type,issue_date,expire_date,result\n',
  });
  let no = 0;
  const write = (
    seller: string,
    item: string | null,
    type: string,
    issued: number,
    years: number | null,
    result: string | null,
  ) => {
    const expires = years === null ? null : dayText(issued + years * 365);
    file.write(csv(`ZS${String(++no).padStart(6, '0')}`, seller, item, type, dayText(issued), expires, result));
    to.counts.row('certificates', { kind: type, outcome: result });
  };
  for (const merchant of shop.merchants) {
    const dice = new Dice(shop.seed, 'certificate', merchant.id);
    if (merchant.certified ? dice.chance(0.94) : dice.chance(0.5))
      write(merchant.id, null, 'LICENSE', merchant.admittedOn - 20, 4, null);
  }
  for (const product of shop.products) {
    if (!product.kind.certified) continue;
    const dice = new Dice(shop.seed, 'certificate', product.id);
    if (dice.chance(0.82))
      write(product.merchant.id, product.id, 'QUALITY', product.listedOn - 10, dice.between(1, 3), null);
    for (let n = dice.between(0, 3); n > 0; n--) {
      const day = shop.season.first + dice.between(0, shop.season.last - shop.season.first);
      const roll = dice.unit();
      const result = roll < 0.93 ? 'PASS' : roll < 0.97 ? 'FAIL' : roll < 0.985 ? 'FAKE' : 'HAZARD';
      write(product.merchant.id, product.id, 'SPOT_CHECK', day, null, result);
    }
  }
}

function penalties(to: Writer): void {
  const { shop } = to;
  const file = to.open({
    name: 'demo/penalties.csv',
    header: 'penalty_no,seller_id,violation,violate_date,punish_date,punish\n',
  });
  let no = 0;
  const write = (seller: string, violation: string, on: number, days: number, punish: string) => {
    if (!within(shop, on)) return;
    file.write(
      csv(
        `CF${String(++no).padStart(5, '0')}`,
        seller,
        violation,
        dayText(on),
        within(shop, on + days) ? dayText(on + days) : null,
        punish,
      ),
    );
    to.counts.row('sanctions', { violation });
  };
  for (const merchant of shop.merchants) {
    const dice = new Dice(shop.seed, 'penalty', merchant.id);
    for (let n = dice.chance(0.4) ? dice.between(1, 3) : 0; n > 0; n--)
      write(
        merchant.id,
        dice.pick(['FAKE_GOODS', 'FALSE_DESC', 'SLOW_SEND', 'SLOW_SEND', 'HARASS', 'HAZARD']),
        shop.season.first + dice.between(0, 700),
        dice.between(2, 45),
        dice.pick(['WARN', 'WARN', 'FINE', 'OFF_SHELF', 'SUSPEND']),
      );
    if (merchant.id === BAD_MERCHANT.merchant)
      write(merchant.id, 'FALSE_DESC', dayOf(BAD_MERCHANT.from) + 40, 21, 'FINE');
  }
}

function calendar(to: Writer): void {
  const file = to.open({ name: 'demo/calendar.csv', header: 'code,name_zh,name_en,type,start_date,end_date\n' });
  const { first, last } = to.shop.season;
  const write = (code: string, zh: string, en: string, type: string, from: string, until: string) => {
    if (dayOf(until) >= first && dayOf(from) <= last) file.write(csv(code, zh, en, type, from, until));
  };
  for (let year = Number(dayText(first).slice(0, 4)); year <= 2026; year++) {
    write(`D11-${year}`, '双十一', 'Double 11', 'PROMO', `${year}-11-01`, `${year}-11-12`);
    write(`618-${year}`, '618 大促', '618', 'PROMO', `${year}-06-10`, `${year}-06-18`);
    write(`D12-${year}`, '双十二', 'Double 12', 'PROMO', `${year}-12-12`, `${year}-12-12`);
    write(`NATIONAL-${year}`, '国庆假期', 'National Day holiday', 'HOLIDAY', `${year}-10-01`, `${year}-10-07`);
  }
  for (const day of SPRING_FESTIVALS) {
    const year = dayText(day).slice(0, 4);
    write(`SPRING-${year}`, '春节', 'Spring Festival', 'HOLIDAY', dayText(day - 1), dayText(day + 6));
  }
  write('PR-BRANDDAY', '品牌开放日', 'Brand open day', 'PR', '2026-04-24', '2026-04-26');
  write('PR-CRISIS', '视频投诉风波', 'Complaint video', 'INCIDENT', '2026-08-08', '2026-08-16');
}

const INITIATIVES = [
  [NEXT_DAY.initiative, '次日达覆盖', 'Next-day delivery', 'REPURCHASE_RATE_90D', '次日达提升复购和评分', 'Next-day delivery raises repurchase and score', 'REGION', NEXT_DAY.regions.join(' '), NEXT_DAY.from, 48_000_000],
  [FAST_CHAT.initiative, '在线客服提速', 'Faster chat', 'CSAT', '更快的首次响应提升满意度和好评', 'Faster first answers raise satisfaction and positive reviews', 'CHANNEL', FAST_CHAT.channel, FAST_CHAT.from, 12_000_000],
  [TRAINING.initiative, '售后故障排查培训', 'Training: diagnosing faults', 'REOPEN_RATE', '培训后质量问题一次解决更多', 'After training, more quality cases are solved at the first contact', 'TOPIC', TRAINING.topic, TRAINING.from, 1_500_000],
  [THANK_YOU_CARD.initiative, '包裹感谢卡', 'Thank-you card in the parcel', 'REPURCHASE_RATE_90D', '手写感谢卡带来复购', 'A handwritten card brings customers back', 'REGION', THANK_YOU_CARD.regions.join(' '), THANK_YOU_CARD.from, 900_000],
] as const; // prettier-ignore

function expenses(to: Writer): void {
  const { shop } = to;
  const file = to.open({ name: 'demo/expenses.csv', header: 'voucher,type,source,date,amount\n' });
  const scale = shop.orders / ((shop.season.last - shop.season.first + 1) / 30);
  let no = 0;
  for (let day = shop.season.first; day <= shop.season.last; day++) {
    if (dayText(day).slice(8) !== '28') continue;
    const dice = new Dice(shop.seed, 'expense', day);
    const write = (type: string, source: string | null, perOrderFen: number) => {
      const fen = Math.round(scale * perOrderFen * (0.8 + dice.unit() * 0.4));
      file.write(csv(`PZ${String(++no).padStart(5, '0')}`, type, source, dayText(day), yuan(fen)));
      to.counts.row('costs', { kind: type }, { amount_minor: fen });
    };
    for (const [origin, perOrder] of [
      ['paid_search', 620],
      ['social', 240],
      ['live', 410],
      ['display', 330],
      ['email', 15],
      ['referral', 90],
    ] as const)
      write('AD', ORIGIN_WORDS[origin] ?? origin, perOrder);
    write('STAFF', null, 280);
    write('MATERIAL', null, 120);
    write('MISC', null, 45);
  }
}

/** What the back end holds beside customers and orders; small, and free of dirty rows. */
export function writeShopReference(to: Writer): void {
  const { shop } = to;
  const labels = 'code,name_zh,name_en\n';
  const regions = to.open({ name: 'demo/regions.csv', header: labels });
  for (const place of places) regions.write(csv(place.code, place.zh, place.en));
  const cats = to.open({ name: 'demo/categories.csv', header: labels });
  for (const category of categories) cats.write(csv(category.code, category.zh, category.en));
  const sellers = to.open({
    name: 'demo/merchants.csv',
    header: 'seller_id,shop_name,province,city,join_date,need_cert\n',
  });
  for (const m of shop.merchants)
    sellers.write(csv(m.id, m.title, m.regionCode, m.city, dayText(m.admittedOn), m.certified ? 'Y' : 'N'));
  certificates(to);
  penalties(to);
  calendar(to);
  const initiatives = to.open({
    name: 'demo/initiatives.csv',
    header: 'code,name_zh,name_en,goal,claim_zh,claim_en,dimension,members,start_date,end_date,budget\n',
  });
  for (const [code, zh, en, goal, claimZh, claimEn, dimension, members, from, fen] of INITIATIVES)
    initiatives.write(csv(code, zh, en, goal, claimZh, claimEn, dimension, members, from, null, yuan(fen)));
  expenses(to);
}
