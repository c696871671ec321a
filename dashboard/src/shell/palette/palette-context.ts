import { createContext } from 'react';

/** Opens the palette from anywhere in the shell. */
export const PaletteContext = createContext<() => void>(() => undefined);
