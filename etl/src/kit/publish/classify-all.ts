import type pg from 'pg';
import { parentsOf } from '../feeds/contract.ts';
import { allContracts } from '../feeds/contracts.ts';
import type { FeedName } from '../feeds/names.ts';
import type { Source } from '../source/source.ts';
import type { StagedFeed } from '../stage/stage-feed.ts';
import type { InRun } from './changes-sql.ts';
import { classify, type ClassifiedFeed } from './classify.ts';
import { findGone } from './gone.ts';
import { followLinks, resolveLinks, type Links } from './links.ts';
import { stageHealed } from './pending.ts';

export interface Classifying {
  /** In publishing order; null where nothing of a feed is delivered or healed. */
  feeds: Map<FeedName, Promise<ClassifiedFeed | null>>;
  links: Promise<Links>;
}

interface Input {
  source: Source;
  staged: readonly StagedFeed[];
  allowDeletes: boolean;
}

/** Feeds in publishing order, each classified after the one before it; rows of this shop that waited join in. */
export function classifyAll(
  side: pg.Client,
  { source, staged, allowDeletes }: Input,
  prepare: (feed: ClassifiedFeed) => Promise<void> = async () => undefined,
): Classifying {
  const feeds: Classifying['feeds'] = new Map();
  const inRun: InRun = { feeds: new Set(), links: false };
  let previous: Promise<unknown> = Promise.resolve();
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const done = previous.then(work);
    done.catch(() => undefined); // whoever waits for it hears of it
    previous = done;
    return done;
  };
  const judge = async (one: StagedFeed): Promise<ClassifiedFeed> => {
    if (inRun.links) await followLinks(side, source, one.contract);
    const classified = await classify(side, source, one, inRun);
    const judged = { ...classified, gone: await findGone(side, source, classified, allowDeletes) };
    await prepare(judged);
    inRun.feeds.add(one.contract.feed);
    return judged;
  };
  let links: Promise<Links> | null = null;
  for (const contract of allContracts) {
    const one = staged.find(({ contract: { feed } }) => feed === contract.feed);
    if (contract.shape === 'order') {
      links = next(async () => {
        const found = await resolveLinks(side, source, (await feeds.get('customer_links')) ?? null);
        inRun.links = found.any;
        return found;
      });
    }
    if (parentsOf(contract).length > 0) {
      feeds.set(
        contract.feed,
        next(async () => {
          const healed = await stageHealed(side, source, contract, one, inRun);
          return healed ? judge(healed) : null;
        }),
      );
    } else if (one) {
      feeds.set(
        contract.feed,
        next(() => judge(one)),
      );
    }
  }
  if (!links) throw new Error('Orders are not among the contracts.');
  return { feeds, links };
}
