import type { Source } from './source.ts';
import { SourceFile } from './yaml-file.ts';

/** Sources of one shop may leave the worth of a point to one of them; where several declare it, they say the same. */
export function assertAgreed({ folder, shop: { code, pointWorth } }: Source, others: readonly Source[]): void {
  if (pointWorth === undefined) return;
  const other = others.find(({ shop }) => shop.code === code && (shop.pointWorth ?? pointWorth) !== pointWorth);
  if (!other) return;
  const file = SourceFile.in(folder);
  const line = file.lineOf(['shop', 'pointWorth']);
  const text = `shop.pointWorth: ${pointWorth}, but "${other.name}" of the same shop says ${other.shop.pointWorth}`;
  throw file.refusal([{ line, text }], 'Let all sources of a shop say the same, or only one of them say it.');
}
