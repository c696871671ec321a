import type { RequestContext } from '../../platform/graphql/context.ts';
import { readCalendarEvents } from '../calendar/index.ts';
import { readLedger } from '../initiatives/index.ts';
import { readNotes } from '../notes/index.ts';
import type { Annotation } from './annotation.type.ts';

interface Where {
  period: { from: string; to: string };
  shop: string;
}

async function eventsOf({ reads }: RequestContext, where: Where): Promise<Annotation[]> {
  const events = await readCalendarEvents(reads, where);
  return events.map(({ code, label, kind, startsOn, endsOn }) => ({
    kind: 'EVENT',
    code,
    label,
    detail: kind?.label ?? null,
    startsOn,
    endsOn,
    metric: null,
    author: null,
  }));
}

async function initiativesOf(context: RequestContext, { period, shop }: Where): Promise<Annotation[]> {
  const initiatives = await readLedger(context, { shop });
  return initiatives.flatMap(({ code, label, claim, metric, startsOn, endsOn }) =>
    startsOn !== null && startsOn <= period.to && (endsOn ?? period.to) >= period.from
      ? [{ kind: 'INITIATIVE' as const, code, label, detail: claim, startsOn, endsOn, metric, author: null }]
      : [],
  );
}

async function notesOf(context: RequestContext, where: Where): Promise<Annotation[]> {
  const notes = await readNotes(context.entities(), context.principal, where);
  return notes.map(({ id, text, author, metric, startsOn, endsOn }) => ({
    kind: 'NOTE',
    code: id,
    label: { en: text, zh: text },
    detail: null,
    startsOn,
    endsOn,
    metric,
    author,
  }));
}

/** Everything that charts of a shop mark on their time axis, in order of time. */
export async function readAnnotations(context: RequestContext, where: Where): Promise<Annotation[]> {
  const parts = await Promise.all([eventsOf(context, where), initiativesOf(context, where), notesOf(context, where)]);
  return parts.flat().toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
}
