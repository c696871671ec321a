const ENDS = /(?<=[.!?…。！？\n])/u;
/** Five digits and more, with the marks people write between them. */
const NUMBER = /\+?\d(?:[\s().-]?\d){4,}/g;
const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+/gu;
const LINK = /https?:\/\/\S+/g;

/** What somebody wrote, for the eyes of others: numbers that may be somebody's, addresses of mail and links are covered. */
export const covered = (text: string): string =>
  text.replaceAll(LINK, '***').replaceAll(MAIL, '***').replaceAll(NUMBER, '***');

export const sentencesOf = (text: string): string[] =>
  text
    .split(ENDS)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
