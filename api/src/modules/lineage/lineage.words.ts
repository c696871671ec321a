import { facts, type FactName } from '@rapport/model/metrics';
import type { LocalizedText } from '@rapport/model/vocabulary';

const words = new Map<string, LocalizedText>(facts.map(({ name, rows }) => [name, rows]));

export const rowsOf = (fact: FactName): LocalizedText => words.get(fact) ?? { en: fact, zh: fact };
