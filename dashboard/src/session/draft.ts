const KEY = 'rapport.draft';

/** A question that another page wrote for the editor; in this tab alone. */
export const keepDraft = (document: string): void => sessionStorage.setItem(KEY, document);
export const keptDraft = (): string | null => sessionStorage.getItem(KEY);
