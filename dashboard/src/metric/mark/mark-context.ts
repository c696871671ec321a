import { createContext } from 'react';

/** What can be done with the mark that was clicked. */
export interface MarkChoice {
  /** "Carrier: Hefeng Express", each value of it. */
  slices: readonly string[];
  /** Its values are what the page is cut to already. */
  chosen: boolean;
  onCut(): void;
  onRows(): void;
}

export const MarkContext = createContext<(choice: MarkChoice) => void>(() => undefined);
