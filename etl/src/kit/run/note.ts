/** Something a person should know of a run that went through. */
export interface Note {
  code: string;
  en: string;
  zh: string;
}
