import { momentText } from '../world/calendar.ts';
import type { Customer } from '../lives/life.ts';
import type { Consent, LedgerRow } from '../lives/membership.ts';
import { csv, type SystemFile } from './system-file.ts';
import type { Writer } from './writer.ts';

// The membership system: ledgers in CSV, times on the shop's clock.
const KIND_WORDS = {
  joined: 'OPEN',
  earned: 'EARN',
  spent: 'REDEEM',
  expired: 'EXPIRE',
  adjusted: 'ADJUST',
  tier_changed: 'LEVEL',
  benefit_used: 'BENEFIT',
  care: 'CARE',
} as const;
const LEVELS = { basic: 'V1', silver: 'V2', gold: 'V3' } as const;

export class MemberSystem {
  private readonly ledger: SystemFile;
  private readonly consents: SystemFile;
  private readonly links: SystemFile;

  constructor(private readonly to: Writer) {
    this.ledger = to.open({
      name: 'demo_members/ledger.csv',
      header: 'flow_no,uid,flow_type,points,level_from,level_to,benefit,trade_no,flow_time\n',
      duplicates: true,
      flaws: [
        { reason: 'invalid_number', row: (n) => csv(`LX${n}`, 'C00000001', 'EARN', '一百', null, null, null, null, '2026-08-01 10:00:00') },
        { reason: 'unknown_code', row: (n) => csv(`LX${n}`, 'C00000001', 'GIFT', 100, null, null, null, null, '2026-08-01 10:00:00') },
        { reason: 'invalid_date', row: (n) => csv(`LX${n}`, 'C00000001', 'EARN', 100, null, null, null, null, '2026-08-32 10:00:00') },
      ],
      orphan: (n) => csv(`LO${n}`, 'C00000001', 'EARN', 100, null, null, null, '20991230-000001', '2026-08-01 10:00:00'),
    }); // prettier-ignore
    this.consents = to.open({
      name: 'demo_members/consents.csv',
      header: 'id,uid,purpose,choice,choice_time\n',
      flaws: [{ reason: 'missing_value', row: (n) => csv(`OX${n}`, 'C00000001', null, 'IN', '2026-08-01 10:00:00') }],
    });
    this.links = to.open({ name: 'demo_members/merged_accounts.csv', header: 'old_uid,kept_uid,merge_time\n' });
  }

  entry(customer: Customer, row: LedgerRow): void {
    const level = (tier: LedgerRow['tierTo']) => (tier === null ? null : LEVELS[tier]);
    this.ledger.write(
      csv(row.no, customer.id, KIND_WORDS[row.kind], row.points, level(row.tierFrom), level(row.tierTo), row.benefit, row.order, momentText(row.at)),
    ); // prettier-ignore
    this.to.counts.row('loyalty_events', { kind: row.kind, tier_to: row.tierTo }, { points: row.points });
  }

  consent(customer: Customer, { no, purpose, granted, at }: Consent): void {
    this.consents.write(csv(no, customer.id, purpose.toUpperCase(), granted ? 'IN' : 'OUT', momentText(at)));
    this.to.counts.row('consents', { purpose, granted });
  }

  merged(given: Customer, kept: Customer): void {
    this.links.write(csv(given.id, kept.id, momentText(this.to.shop.pictureTakenAt - 3600)));
    this.to.counts.row('customer_links');
  }
}
