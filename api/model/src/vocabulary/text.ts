/** Text a person reads, in both languages of the product. */
export interface LocalizedText {
  en: string;
  zh: string;
}
