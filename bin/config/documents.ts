import { roles, type Role } from '@rapport/model/vocabulary';
import { z } from 'zod';

/** Who can be kept to documents that are known. */
type Kept = Role | 'session' | 'key';
const KEPT = [...Object.keys(roles), 'session', 'key'] as Kept[];

/** What the environment says of documents that are known before anybody asks. */
export const documentVariables = {
  RAPPORT_DOCUMENTS: z.string().min(1).optional(),
  RAPPORT_DOCUMENTS_ONLY_FOR: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    )
    .pipe(z.array(z.enum(KEPT, `must be words out of ${KEPT.join(', ')}, with commas`))),
};

export interface DocumentChoice {
  /** A folder of .graphql files that programs ask for by their hash; null: the dashboard's alone. */
  folder: string | null;
  /** Who may send nothing but documents that are known. */
  onlyFor: readonly Kept[];
}
