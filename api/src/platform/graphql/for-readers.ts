import { Extensions } from 'type-graphql';

interface Marked {
  extensions: Readonly<Record<string, unknown>>;
}

/** A mutation that changes nothing but what is its caller's own: a key that only reads may ask for it. */
export const ForReaders = (): ReturnType<typeof Extensions> => Extensions({ forReaders: true });

export const isForReaders = (field: Marked): boolean => field.extensions['forReaders'] === true;
