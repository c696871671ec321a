/** Room a text needs, near enough to keep labels apart: a Chinese character is a full em, others about half. */
export function textWidth(text: string, size = 11.5): number {
  let ems = 0;
  for (const character of text)
    ems += character > '⺀' ? 1 : character === ' ' || character === '.' || character === ',' ? 0.3 : 0.58;
  return ems * size;
}
