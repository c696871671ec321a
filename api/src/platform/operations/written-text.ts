import { canBeShown, type LocalizedText } from '@rapport/model/vocabulary';
import { OperationRefused } from './operations.ts';

/** A place where somebody writes what others read. */
export interface TextPlace {
  /** Of the refusal, for programs. */
  code: string;
  /** The argument. */
  field: string;
  what: LocalizedText;
  /** Characters; `least` left out: it may be empty. */
  least?: number;
  most: number;
  /** More than one line; left out: one. */
  lines?: true;
}

function refuse({ code, field }: TextPlace, en: string, zh: string): never {
  throw new OperationRefused(code, { en, zh }, field);
}

/** What is kept of a text: without the blanks around it, of letters that can be shown, and not longer than its place. */
export function writtenText(text: string | null | undefined, place: TextPlace): string {
  const { what, least = 0, most, lines = false } = place;
  const trimmed = (text ?? '').trim();
  const characters = [...trimmed].length;
  if (characters < least || characters > most)
    refuse(
      place,
      `${what.en} has ${least > 0 ? `${least} to` : 'at most'} ${most} characters; this one has ${characters}.`,
      `${what.zh}${least > 0 ? `须为 ${least} 至` : '最多'} ${most} 个字符，当前为 ${characters} 个。`,
    );
  if (!canBeShown(trimmed, { lines }))
    refuse(
      place,
      `${what.en} holds characters that cannot be shown${lines ? '' : ', or a line break'}. Type it anew.`,
      `${what.zh}含有无法显示的字符${lines ? '' : '或换行'}，请重新输入。`,
    );
  return trimmed;
}
