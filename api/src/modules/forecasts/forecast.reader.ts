import { measureTitles, peakEvents, peakOutlook, type PeakOutlook } from '@rapport/model/findings';
import { labelsOf } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import type { PeakEvent, PeakForecast } from './forecast.type.ts';

export async function listPeaks(db: Queryable, shop: string): Promise<PeakEvent[]> {
  return (await peakEvents(db, shop)).map(({ code, label, day }) => ({ code, label, day }));
}

export async function findForecast(
  db: Queryable,
  asked: { shop: string; event?: string | null },
): Promise<PeakForecast | null> {
  const outlook = await peakOutlook(db, asked);
  return outlook ? named(db, outlook) : null;
}

async function named(db: Queryable, outlook: PeakOutlook): Promise<PeakForecast> {
  const labels = await labelsOf(
    db,
    'CARRIER',
    outlook.shop,
    outlook.carriers.map(({ carrier }) => carrier),
  );
  return {
    ...outlook,
    measures: outlook.measures.map(({ peak, ...forecast }) => ({
      ...forecast,
      peak: peak && { ...peak, lastTime: forecast.days.find(({ day }) => day === peak.day)?.lastTime ?? null },
      title: measureTitles[forecast.measure],
    })),
    carriers: outlook.carriers.map(({ carrier, ...need }) => ({
      ...need,
      carrier: {
        dimension: 'CARRIER' as const,
        value: carrier,
        label: labels.get(carrier) ?? { en: carrier, zh: carrier },
      },
    })),
  };
}
