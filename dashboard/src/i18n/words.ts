/** The same keys in another language; the compiler refuses a missing or an extra one. */
export type Translation<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translation<Words[Key]>;
};
