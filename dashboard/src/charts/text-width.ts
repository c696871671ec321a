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

/** In lines of at most so much room, the last one cut where there are too many; Chinese breaks anywhere, other words between them. */
export function wrapText(text: string, room: number, size: number, most: number): string[] {
  const parts = text.match(/[⺀-￿]|[^\s⺀-￿]+\s*|\s+/g) ?? [];
  const lines: string[] = [''];
  for (const part of parts) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && lines.length < most && textWidth(`${line}${part}`.trimEnd(), size) > room) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.map((line) => fitText(line.trim(), room, size));
}
