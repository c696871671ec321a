/** `./texts/fair-reviews.ts` speaks of the area `fairReviews`. */
export const byArea = (files: Record<string, object>): Record<string, object> =>
  Object.fromEntries(
    Object.entries(files).map(([path, words]) => {
      const name = path.replace(/^.*\//, '').replace(/\.ts(\?.*)?$/, '');
      return [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), words];
    }),
  );
