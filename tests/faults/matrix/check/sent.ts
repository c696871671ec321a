/** A record that must be refused, by its bytes in the file. */
export interface RefusedRecord {
  raw: Buffer;
  reason: string;
  field: string | null;
}

/** A file as it was delivered, kept where nobody but the checker reads it. */
export interface Sent {
  name: string;
  path: string;
  /** Its modification time. */
  time: number;
  refused: RefusedRecord[];
  encoding?: string;
  /** Refused whole: nothing of it may be anywhere. */
  void?: boolean;
}
