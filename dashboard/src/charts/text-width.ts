/** Room a text needs, near enough to keep labels apart: a Chinese character is a full em, others about half. */
export function textWidth(text: string, size = 11.5): number {
  let ems = 0;
  for (const character of text)
    ems += character > '⺀' ? 1 : character === ' ' || character === '.' || character === ',' ? 0.3 : 0.58;
  return ems * size;
}

/** The text, its end replaced by … where it needs more room than there is. */
export function fitText(text: string, room: number, size?: number): string {
  if (textWidth(text, size) <= room) return text;
  const kept = [...text];
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, size) > room) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}
