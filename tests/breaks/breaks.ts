import type { Edit } from './working-copy.ts';

export interface Break {
  name: string;
  edits: Edit[];
  /** Tests that must notice; parts of file names. */
  noticedBy: string[];
}

/** Mistakes that have been made in systems like this one. Each must turn the tests red, by what a test finds. */
export const breaks: readonly Break[] = [
  {
    name: 'denominator swapped: on time over every promised order, delivered or not',
    edits: [
      {
        file: 'api/model/src/metrics/promise/on-time-delivery-rate.ts',
        find: "j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null",
        replace: 'j.promised_on is not null',
      },
    ],
    noticedBy: ['tests/golden/figures'],
  },
  {
    name: 'a row dropped: one line of one order never reaches its table',
    edits: [
      {
        file: 'etl/src/kit/publish/merge.ts',
        find: 'from ${changes} where ${where}`;',
        replace: "from ${changes} where ${where}${contract.feed === 'order_items' ? ' and record_no <> 7' : ''}`;",
      },
    ],
    noticedBy: ['tests/demo/demo-shop'],
  },
  {
    name: 'zone wrong: the day of an order is decided in UTC',
    edits: [
      {
        file: 'etl/src/kit/feeds/orders.ts',
        find: "'(ordered_at at time zone {zone})::date'",
        replace: `"(ordered_at at time zone 'UTC')::date"`,
      },
    ],
    noticedBy: ['tests/demo/demo-shop'],
  },
  {
    name: 'a scan left behind: an order that changes its customer takes its parcels along, but not what happened to them',
    edits: [
      {
        file: 'etl/src/kit/publish/move.ts',
        find: 'if (Object.values(parentFeeds).includes(contract.feed))',
        replace: "if (contract.feed === 'orders')",
      },
    ],
    noticedBy: ['tests/feeds/owned', 'tests/feeds/links'],
  },
  {
    name: 'a quarantined row lost: the first refused record of a batch is counted and forgotten',
    edits: [
      {
        file: 'etl/src/kit/landing/refused-records.ts',
        find: 'this.#waiting.splice(0);',
        replace: 'this.#waiting.splice(0).slice(1);',
      },
    ],
    noticedBy: ['tests/demo/demo-shop'],
  },
  {
    name: 'half a file taken for all of it: what follows the first frame of a zstd file is not read',
    edits: [
      {
        file: 'etl/src/kit/bytes/packing.ts',
        find: 'while (taken.bytes < file.bytes) {',
        replace: 'if (taken.bytes < file.bytes) {',
      },
    ],
    noticedBy: ['tests/formats/same-shop', 'tests/formats/damaged'],
  },
  {
    name: 'a damaged text mended in silence: bytes that are no GB18030 become replacement characters',
    edits: [
      {
        file: 'etl/src/kit/bytes/encodings.ts',
        find: 'if (point === 0) {\n          target[to++] = first;',
        replace: 'if (point === 0) {\n          to += writeCodePoint(0xfffd, target, to);',
      },
    ],
    noticedBy: ['tests/formats/damaged', 'etl/src/kit/bytes/'],
  },
  {
    name: 'null shown as 0: a share of nothing is answered with 0',
    edits: [
      {
        file: 'api/model/src/metrics/answer/figure.ts',
        find: 'value: n > 0 ? ((sum / n) * scale.times) / scale.per : null,',
        replace: 'value: n > 0 ? ((sum / n) * scale.times) / scale.per : 0,',
      },
    ],
    noticedBy: ['tests/golden/figures', 'tests/golden/points'],
  },
  {
    name: 'null shown as 0: the dashboard writes 0 where there is no value',
    edits: [
      {
        file: 'dashboard/src/format/measure.ts',
        find: "if (isMissing(value)) return { before: '', number: '', after: noValue(lang) };",
        replace: 'if (isMissing(value)) return valueParts(0, measure, lang);',
      },
    ],
    noticedBy: ['dashboard/src/format/'],
  },
  {
    name: 'settled too early: a pushed batch counts as published before it is',
    edits: [
      {
        file: 'etl/src/push/publisher.ts',
        find: 'return (await countWaiting(db, this.#ids)) === this.#ids.length;',
        replace: 'return (await settlePublished(db, this.#ids, runId)) === this.#ids.length;',
      },
    ],
    noticedBy: ['tests/push/'],
  },
  {
    name: 'a moved figure kept quiet: what was published is forgotten with every load',
    edits: [
      {
        file: 'api/model/src/metrics/ledger/record.ts',
        find: '  const moved = await tellMoved(tx, run);',
        replace: "  await tx.query('delete from ops.published_figures');\n  const moved = await tellMoved(tx, run);",
      },
    ],
    noticedBy: ['tests/ledger/'],
  },
];
