const known = ['late', 'on_time', 'not_delivered', 'no_promise'] as const;

/** The code as a key of the interface's words; one that nobody has named yet reads as "no promise". */
export const latenessKey = (code: string): (typeof known)[number] =>
  known.find((each) => each === code) ?? 'no_promise';
