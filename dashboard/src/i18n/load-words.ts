import type { Lang } from '../metric/types.ts';
import { byArea } from './by-area.ts';
import type { Area } from './translate.ts';

/** What the frame around every page says, in one language. `?en` makes of each file one that holds that language alone. */
const loadFrame = {
  en: async () => (await import('./words-en.ts')).default,
  zh: async () => (await import('./words-zh.ts')).default,
} satisfies Record<Lang, () => Promise<Record<string, object>>>;

/** All others, each by itself. */
const files = {
  en: import.meta.glob<object>(['./texts/*.ts', '!./texts/{card,export,metric,notes,paper,shell,views}.ts'], {
    import: 'en',
    query: '?en',
  }),
  zh: import.meta.glob<object>(['./texts/*.ts', '!./texts/{card,export,metric,notes,paper,shell,views}.ts'], {
    import: 'zh',
    query: '?zh',
  }),
};

const loaders = Object.fromEntries(
  Object.entries(files).map(([lang, each]) => [lang, byArea(each)]),
) as unknown as Record<Lang, Partial<Record<Area, () => Promise<object>>>>;

/** Words that have arrived, by language: a reader downloads those of the pages they open, in the language they read. */
const arrived: Record<Lang, Record<string, object>> = { en: {}, zh: {} };
const wanted = new Set<Area>();

/** The words of a language as far as they are here; what arrives later joins them. */
export const wordsOf = (lang: Lang): Readonly<Record<string, object>> => arrived[lang];

async function loadArea(area: Area, lang: Lang): Promise<void> {
  if (area in arrived[lang]) return;
  const load = loaders[lang][area];
  if (!load) throw new Error(`i18n/texts has no file for the area "${area}".`);
  arrived[lang][area] = await load();
}

/** What the pages open so far say, and the frame around them. */
export async function loadWords(lang: Lang): Promise<void> {
  const frame = loadFrame[lang]().then((words) => Object.assign(arrived[lang], words));
  await Promise.all([frame, ...[...wanted].map((area) => loadArea(area, lang))]);
}

/** Before a page is drawn: its words in the language that is read, and from then on in any other that is chosen. */
export async function loadAreas(areas: readonly Area[], lang: Lang): Promise<void> {
  for (const area of areas) wanted.add(area);
  await Promise.all(areas.map((area) => loadArea(area, lang)));
}
