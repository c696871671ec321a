import { dayOf } from '../world/calendar.ts';
import { batchOf } from '../world/goods.ts';
import type { Shop } from '../world/shop.ts';
import type { Life } from '../lives/life.ts';
import type { FeedCounts } from '../truth/feed-counts.ts';
import { DIRTY, LAST_DAY } from '../truths.ts';
import { Aftercare } from './aftercare.ts';
import { HelpDesk } from './helpdesk.ts';
import { Logistics } from './logistics.ts';
import { MemberSystem } from './members.ts';
import { ShopBackend } from './shop-backend.ts';
import { writeShopReference } from './shop-reference.ts';
import type { FileTruth } from './system-file.ts';
import { VoiceTool } from './voice.ts';
import { WebLog } from './web.ts';
import { Writer } from './writer.ts';

/** The systems of the shop; each exports to a folder of its name, which is also the name of its source. */
export const SYSTEMS = ['demo', 'demo_logistics', 'demo_helpdesk', 'demo_voice', 'demo_members', 'demo_web'] as const;
export type System = (typeof SYSTEMS)[number];

export class Exports {
  private readonly to: Writer;
  private readonly backend: ShopBackend;
  private readonly logistics: Logistics;
  private readonly desk: HelpDesk;
  private readonly aftercare: Aftercare;
  private readonly voice: VoiceTool;
  private readonly members: MemberSystem;
  private readonly web: WebLog;
  private ordersWritten = 0;
  private previousCustomer: string | null = null;

  constructor(shop: Shop, out: string, counts: FeedCounts) {
    this.to = new Writer(shop, out, counts);
    writeShopReference(this.to);
    this.backend = new ShopBackend(this.to);
    for (const product of shop.products) this.backend.product(product, batchOf(product, dayOf(LAST_DAY)));
    this.logistics = new Logistics(this.to);
    this.desk = new HelpDesk(this.to);
    this.aftercare = new Aftercare(this.to);
    this.voice = new VoiceTool(this.to);
    this.members = new MemberSystem(this.to);
    this.web = new WebLog(this.to);
  }

  life(life: Life): void {
    const { customer, second } = life;
    if (customer) this.backend.customer(customer);
    if (second) this.backend.customer(second);
    for (const order of life.orders) this.order(order);
    for (const visit of life.visits) this.web.visit(visit);
    if (!customer) return;
    for (const row of life.ledger) this.members.entry(customer, row);
    for (const consent of life.consents) this.members.consent(customer, consent);
    for (const message of life.messages) this.aftercare.message(customer.id, message);
    if (life.referral) this.voice.referral(customer.id, life.referral);
    for (const referral of life.referredAgain) this.voice.referral(customer.id, referral);
    if (second) this.members.merged(second, customer);
    this.previousCustomer = customer.id;
  }

  private order(order: Life['orders'][number]): void {
    const mistaken = ++this.ordersWritten % DIRTY.wrongCustomerEach === 0 && order.customer !== null;
    this.backend.order(order, mistaken ? this.previousCustomer : null);
    this.logistics.parcel(order);
    for (const one of order.cases) this.desk.ticket(one);
    for (const one of order.returns) this.aftercare.return(order, one);
    for (const one of order.compensations) this.aftercare.payout(order, one);
    for (const one of order.messages) this.aftercare.message(order.customer, one);
    for (const one of order.reviews) this.voice.review(order, one);
    for (const one of order.surveys) this.voice.survey(order, one);
  }

  get full(): boolean {
    return this.to.files.some(({ file }) => file.full);
  }

  async flush(): Promise<void> {
    for (const { file } of this.to.files) await file.flush();
  }

  async publish(time: Date): Promise<void> {
    this.logistics.release();
    for (const file of this.to.files) {
      file.spoil();
      await file.file.publish(time);
    }
  }

  truths(): [string, FileTruth][] {
    return this.to.truths();
  }
}
