import type { Caption } from './use-caption.ts';

/** Sharp on a slide and on paper. */
const DENSITY = 2;
const PAD = 20;
const SMALL = 18;

const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Lines no wider than the picture; Chinese has no spaces to break at, so any two of its characters may part. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = text.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

const family = (): string => getComputedStyle(document.body).fontFamily;

/** A canvas takes only letters that have arrived; Chinese comes in slices, each when it is first needed. */
async function fetchLetters(texts: readonly string[]): Promise<void> {
  await Promise.all(
    texts.flatMap((text) => ['400', '600'].map((weight) => document.fonts.load(`${weight} 12px ${family()}`, text))),
  );
}

interface Writing {
  pen: CanvasRenderingContext2D;
  width: number;
}

function sheet(width: number, height: number): Writing & { canvas: HTMLCanvasElement } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * DENSITY);
  canvas.height = Math.round(height * DENSITY);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  pen.scale(DENSITY, DENSITY);
  return { canvas, pen, width };
}

function write(
  { pen }: Writing,
  lines: readonly string[],
  top: number,
  { ink, weight }: { ink: string; weight: number },
): void {
  pen.fillStyle = colour(ink);
  pen.font = `${weight} 12px ${family()}`;
  pen.textBaseline = 'top';
  for (const [at, line] of lines.entries()) pen.fillText(line, PAD, top + at * SMALL);
}

/** The card as it stands, with what its page is filtered by above it and how far its data reach below. */
export async function pictureOf(card: HTMLElement, caption: Caption): Promise<Blob> {
  const { snapdom } = await import('@zumer/snapdom');
  const head = [caption.shop, caption.page].filter(Boolean).join(' · ');
  const told = caption.told.join(' · ');
  const foot = ['Rapport', caption.asOf, caption.version].join(' · ');
  await fetchLetters([head, told, foot, card.textContent ?? '']);
  const drawn = await snapdom.toCanvas(card, {
    dpr: DENSITY,
    scale: 1,
    exclude: '[data-screen]',
    excludeMode: 'remove',
    embedFonts: true,
    reconcile: true,
    backgroundColor: colour('canvas'),
  });
  const [cardWidth, cardHeight] = [drawn.width / DENSITY, drawn.height / DENSITY];
  const ruler = sheet(1, 1).pen;
  ruler.font = `400 12px ${family()}`;
  const lines = wrapped(told, cardWidth, (text) => ruler.measureText(text).width);
  const headHeight = PAD + SMALL * (1 + lines.length) + 6;
  const paper = sheet(cardWidth + 2 * PAD, headHeight + cardHeight + 10 + SMALL + PAD - 4);
  paper.pen.fillStyle = colour('canvas');
  paper.pen.fillRect(0, 0, paper.width, paper.canvas.height);
  write(paper, [head], PAD, { ink: 'ink', weight: 600 });
  write(paper, lines, PAD + SMALL, { ink: 'ink2', weight: 400 });
  paper.pen.drawImage(drawn, PAD, headHeight, cardWidth, cardHeight);
  write(paper, [foot], headHeight + cardHeight + 10, { ink: 'ink3', weight: 400 });
  return new Promise((resolve, reject) =>
    paper.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty.'))), 'image/png'),
  );
}
