/** The time that every file of a zip has, so that equal files make equal bytes. */

/** An ISO date as a time for fflate. A zip file counts years from 1980 (PKWARE's APPNOTE, 4.4.6), and fflate to 2099. */
export function zipDate(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Math.min(Math.max(year, 1980), 2099), month - 1, day);
}
