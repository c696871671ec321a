import type { Queryable } from '@rapport/model/schema';
import { OperationRefused } from '../../platform/operations/index.ts';
import type { Room } from '../../platform/operations/room.ts';
import { writtenText } from '../../platform/operations/written-text.ts';
import type { SaveNoteInput } from './note.type.ts';

export const room: Room = { most: 500, what: { en: 'notes of yours', zh: '您的备注' } };

export const checkedText = (text: string): string =>
  writtenText(text, {
    code: 'BAD_TEXT',
    field: 'text',
    what: { en: 'A note', zh: '备注' },
    least: 1,
    most: 500,
    lines: true,
  });

export function checkedDays({ startsOn, endsOn }: SaveNoteInput): { startsOn: string; endsOn: string } {
  const last = endsOn ?? startsOn;
  if (startsOn <= last) return { startsOn, endsOn: last };
  throw new OperationRefused(
    'BAD_DAYS',
    {
      en: `The note begins on ${startsOn}, after its last day ${last}. Swap the two.`,
      zh: `备注的开始日期 ${startsOn} 晚于结束日期 ${last}，请对调。`,
    },
    'endsOn',
  );
}

export async function checkedShop(db: Queryable, shop: string): Promise<string> {
  const { rows } = await db.query<{ shop: string }>(
    `/* shop of a note */ select shop from core.shops where shop = $1`,
    [shop],
  );
  if (rows[0]) return shop;
  throw new OperationRefused(
    'NO_SUCH_SHOP',
    { en: 'There is no such shop. `shops` lists those there are.', zh: '没有该店铺，请用 shops 查看全部店铺。' },
    'shop',
  );
}
