import type { Format } from './format.ts';

/** One JSON object a line, exactly as the API answers: for programs, nothing is escaped or flattened. */
export const ndjson: Format = (_, sink) => ({
  async rows(rows) {
    let text = '';
    for (const row of rows) text += `${JSON.stringify(row)}\n`;
    if (text !== '') await sink(Buffer.from(text));
  },
  end: async () => {},
});
