import { DAY, dayOf, momentText } from '../world/calendar.ts';
import { Dice } from '../world/dice.ts';
import { shownScore } from '../lives/opinion.ts';
import type { Order, Review } from '../lives/order.ts';
import type { Referral } from '../lives/referral.ts';
import type { Survey } from '../lives/surveys.ts';
import { csv, type SystemFile } from './system-file.ts';
import type { Writer } from './writer.ts';

// The survey and review tool: CSV, times on the shop's clock.
const NO_ORDER = '20991231-000001';
const header = {
  reviews:
    'rid,trade_no,item_id,stars,title,body,asked_time,post_time,origin,append_to,first_stars,edit_time,reply_time,reply,public_time,pics\n',
  surveys: 'sid,survey,about,trade_no,ticket,send_time,fill_time,grade,remark,feedback_time\n',
  referrals: 'invite_no,uid,ticket,way,invite_time,friend_uid,friend_reg_time,friend_order_time\n',
  mentions: 'post_id,site,post_time,mood,reach,topic,item_id,body,reply_time\n',
};

export class VoiceTool {
  private readonly reviews: SystemFile;
  private readonly surveys: SystemFile;
  private readonly referrals: SystemFile;

  constructor(private readonly to: Writer) {
    this.reviews = to.open({
      name: 'demo_voice/reviews.csv',
      header: header.reviews,
      duplicates: true,
      flaws: [
        { reason: 'invalid_number', row: (n) => csv(`RX${n}`, NO_ORDER, null, '五', '', '', null, '2026-08-02 10:00:00', 'USER', null, null, null, null, null, null, 0) },
        { reason: 'invalid_date', row: (n) => csv(`RX${n}`, NO_ORDER, null, 5, '', '好评！', null, '2026-13-01 10:00:00', 'USER', null, null, null, null, null, null, 0) },
        { reason: 'too_many_fields', row: (n) => csv(`RX${n}`, NO_ORDER, null, 5, '', '好评', '多出来的一列', null, '2026-08-02 10:00:00', 'USER', null, null, null, null, null, null, 0) },
        { reason: 'score_out_of_range', row: (n) => csv(`RX${n}`, NO_ORDER, null, 6, '', '六星好评', null, '2026-08-02 10:00:00', 'USER', null, null, null, null, null, null, 0) },
        { reason: 'stray_quote', row: (n) => `RX${n},${NO_ORDER},,5,,"尺码"偏小,,2026-08-02 10:00:00,USER,,,,,,,0` },
      ],
      orphan: (n) => csv(`RO${n}`, '20991230-000001', null, 4, '', '', null, '2026-08-02 10:00:00', 'USER', null, null, null, null, null, null, 0),
    }); // prettier-ignore
    this.surveys = to.open({
      name: 'demo_voice/surveys.csv',
      header: header.surveys,
      flaws: [
        { reason: 'score_out_of_range', row: (n) => csv(`SX${n}`, 'NPS', 'SHOP', NO_ORDER, null, '2026-08-01 10:00:00', '2026-08-02 10:00:00', 11, null, null) },
        { reason: 'unknown_code', row: (n) => csv(`SX${n}`, 'HAPPINESS', 'SHOP', NO_ORDER, null, '2026-08-01 10:00:00', null, null, null, null) },
      ],
      orphan: (n) => csv(`SO${n}`, 'NPS', 'SHOP', '20991230-000001', null, '2026-08-01 10:00:00', null, null, null, null),
    }); // prettier-ignore
    this.referrals = to.open({ name: 'demo_voice/referrals.csv', header: header.referrals });
    this.mentions();
  }

  review(order: Order, r: Review): void {
    const { to } = this;
    const changed = to.shop.isSeen(r.changedAt);
    const score = shownScore(to.shop, r);
    const replied = to.clock(r.repliedAt);
    const source = { written: 'USER', default: 'AUTO', rewarded: 'REBATE' }[r.source];
    this.reviews.write(
      csv(r.id, order.id, r.product?.id ?? null, score, r.title, r.message, to.clock(r.invitedAt), momentText(r.answeredAt), source, r.followUpOf, changed ? r.firstScore : null, to.clock(r.changedAt), replied, replied === null ? null : r.reply, to.clock(r.shownAt), r.photos),
    ); // prettier-ignore
    to.counts.row('reviews', { score, source: r.source, replied: replied !== null, changed });
  }

  survey(order: Order, s: Survey): void {
    const { to } = this;
    if (!to.shop.isSeen(s.sentAt)) return;
    const answered = to.shop.isSeen(s.answeredAt);
    this.surveys.write(
      csv(s.no, s.kind.toUpperCase(), s.subject.toUpperCase(), s.order ?? (s.caseNo === null ? order.id : null), s.caseNo, momentText(s.sentAt), to.clock(s.answeredAt), answered ? s.score : null, answered ? s.comment : null, to.clock(s.closedAt)),
    ); // prettier-ignore
    to.counts.row('surveys', { kind: s.kind, answered, [`${s.kind}_score`]: answered ? s.score : null });
  }

  referral(customer: string, r: Referral): void {
    const { to } = this;
    const way = { wechat: 'WX_SHARE', link: 'LINK', poster: 'POSTER' }[r.channel];
    this.referrals.write(
      csv(r.no, customer, r.caseNo, way, momentText(r.at), r.friend, to.clock(r.joinedAt), to.clock(r.firstOrderedAt)),
    );
    to.counts.row('referrals', { channel: r.channel, after_contact: r.caseNo !== null, friend: r.friend !== null });
  }

  /** What is said of the shop in public: a hum, a good week in April 2026 and a bad one in August. */
  private mentions(): void {
    const { to } = this;
    const { shop } = to;
    const file = to.open({ name: 'demo_voice/mentions.csv', header: header.mentions });
    const perDay = Math.min(40, Math.max(0.4, shop.orders / 10_000));
    let no = 0;
    for (let day = shop.season.first; day <= shop.season.last; day++) {
      const dice = new Dice(shop.seed, 'mention', day);
      const [good, crisis] = [day - dayOf('2026-04-24'), day - dayOf('2026-08-08')];
      const times = good >= 0 && good < 5 ? 3 : crisis >= 0 && crisis < 12 ? 10 * Math.exp(-crisis / 4) + 1 : 1;
      const expected = perDay * times;
      for (let n = Math.floor(expected) + (dice.chance(expected % 1) ? 1 : 0); n > 0; n--) {
        const bad = crisis >= 0 && crisis < 12 ? 0.8 : 0.16;
        const roll = dice.unit();
        const mood = roll < bad ? -1 : roll < bad + (good >= 0 && good < 5 ? 0.7 : 0.4) ? 1 : 0;
        const at = day * DAY + dice.between(7 * 3600, 23 * 3600);
        const topic =
          mood < 0 ? dice.pick(['delivery', 'service', 'quality']) : dice.pick(['product', 'service', 'price']);
        const body =
          mood < 0
            ? dice.pick(['客服互相推，没人管。', '吐槽一下这家店的售后。', 'Avoid this shop.'])
            : mood > 0
              ? dice.pick(['这家店可以，安利。', 'Great little shop.'])
              : dice.pick(['有人在这家买过吗？', '蹲一个折扣。']);
        const replied = dice.chance(mood < 0 ? 0.6 : 0.15) ? at + dice.skewed(5 * 3600, 0.8) : null;
        const item = dice.chance(0.3) ? shop.sales.spin(dice).id : null;
        file.write(
          csv(
            `P${String(++no).padStart(7, '0')}`,
            dice.pick(['weibo', 'xiaohongshu', 'douyin', 'forum', 'press']),
            momentText(at),
            mood,
            dice.skewed(800, 1.4),
            topic,
            item,
            body,
            to.clock(replied),
          ),
        );
        to.counts.row('mentions', { sentiment: mood });
      }
    }
  }
}
