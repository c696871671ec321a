/** Words that carry no matter of their own. Negations stay: "not" turns what it stands before. */
export const enStopWords: ReadonlySet<string> = new Set(
  `a an the this that these those it its i me my mine we us our ours you your yours he him his she her hers they them their theirs who whom whose which what when where why how
  is am are was were be been being do does did done doing have has had having will would shall should can could may might must
  and or but if then than so as of at by for with about against between into through during before after above below to from up down in out on off over under again further once here there
  all any both each few more most other some such only own same too very just also even still yet really quite ever s t d ll m re ve don doesn didn isn wasn aren weren hasn haven hadn won wouldn couldn shouldn
  one two three get got go went come came make made let say said see seen please thanks thank hello hi dear ok okay`.split(
    /\s+/,
  ),
);
