import { userInfo } from 'node:os';

/** Who sits at the command line, as the audit names them: the account of the machine. */
export function commandLineActor(): string {
  try {
    return `cli ${userInfo().username}`;
  } catch {
    return `cli ${process.getuid?.() ?? 'unknown'}`; // an account without a name, as containers have
  }
}
