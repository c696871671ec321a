import type { Queryable } from '@rapport/model/schema';
import { canBeShown, pageOfDashboard } from '@rapport/model/vocabulary';
import { cronIn, cronMistake } from '../kit/source/cron.ts';
import { ReportRefused } from './refused.ts';
import type { SubscriptionOrder } from './subscription.ts';

const LONGEST_NAME = 120;
const MOST_RECIPIENTS = 50;
const LONGEST_CRON = 100;
const LONGEST_ADDRESS = 254;
/** An address as mail programs take it, not as the standard allows it. */
const ADDRESS = /^[^\s\p{Cc}@<>()"',;:]{1,64}@[^\s\p{Cc}@<>()"',;:]{1,180}\.[a-z0-9-]{2,63}$/u;

function checkedName(name: string): string {
  const trimmed = name.trim();
  const characters = [...trimmed].length;
  if (characters > 0 && characters <= LONGEST_NAME && canBeShown(trimmed)) return trimmed;
  throw new ReportRefused(
    'BAD_NAME',
    {
      en: `A name has 1 to ${LONGEST_NAME} characters on one line; this one has ${characters}.`,
      zh: `名称须为单行，1 至 ${LONGEST_NAME} 个字符，当前为 ${characters} 个。`,
    },
    'name',
  );
}

/** Path and state of a page of ours; language and theme are the subscription's. */
function checkedPage(page: string): string {
  const address = pageOfDashboard(page);
  if (address) {
    for (const own of ['lang', 'theme']) address.searchParams.delete(own);
    return `${address.pathname}${address.search}`;
  }
  throw new ReportRefused(
    'BAD_PAGE',
    {
      en: 'A page is the part of its address after the host, such as /delivery?grain=MONTH.',
      zh: '页面须为地址中主机名之后的部分，例如 /delivery?grain=MONTH。',
    },
    'page',
  );
}

function checkedCron(cron: string, zone: string): string {
  const pattern = cron.trim().replaceAll(/\s+/g, ' ');
  const mistake =
    pattern.length > LONGEST_CRON ? `a pattern has at most ${LONGEST_CRON} characters` : cronMistake(pattern);
  // One minute of an hour, whatever hours: looking at the next few times would miss a burst that comes later.
  if (mistake === null && /^\d+ /.test(pattern) && cronIn(zone, pattern).nextRun()) return pattern;
  throw new ReportRefused(
    'BAD_CRON',
    {
      en: `When it is sent: ${mistake ?? 'once an hour at most'}. Such as "0 8 * * 1": Mondays at 8.`,
      zh: `发送时间有误：${mistake === null ? '最多每小时一次' : '须为五段式 cron'}。例如“0 8 * * 1”表示每周一 8 点。`,
    },
    'cron',
  );
}

function checkedZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new ReportRefused(
      'BAD_ZONE',
      { en: 'There is no such time zone. Write it as Asia/Shanghai.', zh: '没有该时区，请写成 Asia/Shanghai 的形式。' },
      'zone',
    );
  }
}

function checkedRecipients(addresses: readonly string[]): string[] {
  const all = [
    ...new Set(addresses.map((address) => address.trim().toLowerCase()).filter((address) => address !== '')),
  ];
  const wrong = all.findIndex((address) => address.length > LONGEST_ADDRESS || !ADDRESS.test(address));
  if (all.length > 0 && all.length <= MOST_RECIPIENTS && wrong === -1) return all.toSorted();
  throw new ReportRefused(
    'BAD_RECIPIENTS',
    wrong === -1
      ? {
          en: `A report goes to 1 to ${MOST_RECIPIENTS} addresses; these are ${all.length}.`,
          zh: `收件人须为 1 至 ${MOST_RECIPIENTS} 个，当前为 ${all.length} 个。`,
        }
      : { en: `Recipient ${wrong + 1} is no e-mail address.`, zh: `第 ${wrong + 1} 个收件人不是有效的邮箱地址。` },
    'recipients',
  );
}

async function zoneOf(db: Queryable, shop: string): Promise<string> {
  const { rows } = await db.query<{ zone: string }>(
    `/* zone of a report */ select zone from core.shops where shop = $1`,
    [shop],
  );
  if (rows[0]) return rows[0].zone;
  throw new ReportRefused(
    'NO_SUCH_SHOP',
    { en: 'There is no such shop. `shops` lists those there are.', zh: '没有该店铺，请用 shops 查看全部店铺。' },
    'shop',
  );
}

/** An order as it may be kept; times are read on the shop's clock where no other is named. */
export async function checkedOrder(db: Queryable, order: SubscriptionOrder) {
  const ofShop = await zoneOf(db, order.shop);
  const zone = order.zone ? checkedZone(order.zone) : ofShop;
  const cron = checkedCron(order.cron, zone);
  return {
    name: checkedName(order.name),
    page: checkedPage(order.page),
    recipients: checkedRecipients(order.recipients),
    zone,
    cron,
    nextAt: cronIn(zone, cron).nextRun() ?? new Date(),
  };
}
