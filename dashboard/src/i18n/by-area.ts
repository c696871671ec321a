/** `./texts/fair-reviews.ts` speaks of the area `fairReviews`. */
export const areaOf = (path: string): string =>
  path
    .replace(/^.*\//, '')
    .replace(/\.ts(\?.*)?$/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export const byArea = <Words>(files: Record<string, Words>): Record<string, Words> =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [areaOf(path), words]));
