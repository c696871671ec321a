import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

import { resources } from './resources.ts';
import frame from './words-en.ts';

const src = join(import.meta.dirname, '..');
const inFrame = new Set(Object.keys(frame));

interface Source {
  imports: string[];
  /** What comes when it is opened. */
  parts: string[];
  says: Set<string>;
}
const sources = new Map<string, Source>();

const isText = (area: string, rest: string): boolean => {
  let at: unknown = (resources.en as Record<string, unknown>)[area];
  if (typeof at !== 'object') return false;
  // What a template goes on with is anything.
  const whole = !rest.endsWith('$');
  const names = rest.replace(/\$$/, '').split('.');
  for (const name of names.slice(0, -1)) at = (at as Record<string, unknown> | undefined)?.[name];
  const last = names.at(-1) ?? '';
  return Object.keys(at ?? {}).some((key) =>
    whole ? key === last || key.startsWith(`${last}_`) : key.startsWith(last),
  );
};

function read(file: string): Source {
  const known = sources.get(file);
  if (known) return known;
  const code = readFileSync(file, 'utf8');
  const near = (path: string | undefined) => resolve(dirname(file), path ?? '');
  const source: Source = {
    imports: [...code.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+\.tsx?)'/gm)].map(([, path]) =>
      near(path),
    ),
    parts: [...code.matchAll(/import\('(\.[^']+\.tsx?)'\)/g)].map(([, path]) => near(path)),
    says: new Set(
      [...code.matchAll(/['`](\w+)\.([\w.]*\$?)/g)]
        .filter(([, area, rest]) => isText(area ?? '', rest ?? ''))
        .map(([, area]) => area ?? ''),
    ),
  };
  sources.set(file, source);
  return source;
}

/** Everything that can be shown from here on, other pages apart. */
function within(file: string, into = new Set<string>()): Set<string> {
  if (into.has(file) || !existsSync(file) || /\/(gql|i18n)\//.test(file)) return into;
  into.add(file);
  const { imports, parts } = read(file);
  for (const each of [...imports, ...(file.includes('/app/routes/') ? [] : parts)]) within(each, into);
  return into;
}

const asked = (file: string): Set<string> =>
  new Set([...within(file)].flatMap((each) => [...read(each).says]).filter((area) => !inFrame.has(area)));

describe('the words that come', () => {
  it('with every page are all that the frame says', () => {
    // The way in brings its own.
    expect(asked(join(src, 'main.tsx'))).toEqual(new Set(['session']));
  });

  const routes = join(src, 'app', 'routes');
  const pages = readdirSync(routes).flatMap((name) =>
    [...readFileSync(join(routes, name), 'utf8').matchAll(/page\(\s*\(\) => import\('([^']+)'\)([^)]*)\)/g)].map(
      ([, path, areas]) =>
        [resolve(routes, path ?? ''), [...(areas ?? '').matchAll(/'(\w+)'/g)].map(([, area]) => area)] as const,
    ),
  );

  it.each(pages.map(([file, areas]) => [file.slice(src.length), file, areas] as const))(
    'with %s are those it says, named beside its import in app/routes',
    (_, file, areas) => {
      expect(new Set(areas)).toEqual(asked(file));
    },
  );

  it('are looked for on every page there is', () => {
    const folders = readdirSync(join(src, 'pages'));
    expect(new Set(pages.map(([file]) => file.slice(join(src, 'pages/').length).split('/')[0]))).toEqual(
      new Set(folders),
    );
  });
});
