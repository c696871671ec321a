/** Something that can be gone to or done; `words` is what it is found by, in both languages. */
export interface Command {
  key: string;
  group: string;
  label: string;
  hint?: string;
  words: string;
  run(): void;
}

const MOST = 8;

/** 0: begins so; 1: holds it; 2: found by its other words; undefined: not found. */
function rankOf({ label, words }: Command, asked: readonly string[], whole: string): number | undefined {
  const name = label.toLowerCase();
  if (name.startsWith(whole)) return 0;
  if (name.includes(whole)) return 1;
  const text = `${name} ${words.toLowerCase()}`;
  return asked.every((word) => text.includes(word)) ? 2 : undefined;
}

/** What fits what was typed, the best first within its group; groups stay in their order, each with a handful. */
export function found(commands: readonly Command[], typed: string): Command[] {
  const whole = typed.trim().toLowerCase();
  const asked = whole.split(/\s+/);
  const groups = new Map<string, { command: Command; rank: number }[]>();
  for (const command of commands) {
    const rank = rankOf(command, asked, whole);
    if (rank !== undefined) groups.set(command.group, [...(groups.get(command.group) ?? []), { command, rank }]);
  }
  return [...groups.values()].flatMap((fits) =>
    fits
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, whole === '' ? undefined : MOST)
      .map(({ command }) => command),
  );
}
