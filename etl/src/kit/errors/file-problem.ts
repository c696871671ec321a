const problems: Record<string, string> = {
  ENOENT: 'it is not there any more',
  EACCES: 'this account may not open it',
  EPERM: 'this account may not open it',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is not a directory',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports a read error',
  EBUSY: 'another program holds it',
};

const ofTheNetwork = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What the file system said, without the path; null where it was somebody else. */
export function fileProblem(error: unknown): string | null {
  const { code = '', syscall = '' } = error as { code?: string; syscall?: string };
  if (syscall === '' || /^(connect|getaddrinfo)$/.test(syscall) || ofTheNetwork.has(code)) return null;
  return problems[code] ?? code;
}
