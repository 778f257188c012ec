/** What a person can do about an error of the operating system. */

const denied = 'give yourself permission to write there, or name another folder';

/** What to do about errors of the system, by their code (errno(3)). */
export const remedies: Readonly<Record<string, string>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: 'the disk is read-only: name a folder on another disk',
  ENOSPC: 'make room on the disk, and run it again',
  EDQUOT: 'make room on the disk, and run it again',
  EMFILE: 'allow more open files (ulimit -n 4096), and run it again',
};
