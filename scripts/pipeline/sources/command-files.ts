/** Finds the files that a name on the command line means. */

import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Notice } from '#domain/notice';
import { listSources, type Listed } from '../read/list.ts';
import { visible } from '#text/visible';

/**
 * One file, or all files of a folder. npm runs scripts in the folder of the project, so a name is looked up there and
 * then in the folder where the command was typed. Anything but a file is reported and never opened.
 */
export function commandFiles(operand: string, nameOf: (operand: string) => string, notices: Notice[]): Listed[] {
  const path = [operand, join(process.env['INIT_CWD'] ?? '.', operand)].find(
    (it, i) => operand !== '' && existsSync(it) && !(i && isAbsolute(operand)),
  );
  const error = (rule: string, seen: string, expected: string, remedy: string): Listed[] => {
    notices.push({ severity: 'error', rule, place: { file: visible(operand) || '""' }, seen, expected, remedy });
    return [];
  };
  const expected = 'a file or a folder of this machine';
  if (/^(?:https?|ftp):\/\//iu.test(operand) && path === undefined)
    return error(
      'not-a-file',
      'a web address',
      expected,
      'open it in a browser, save the page as HTML, and name that file',
    );
  if (path === undefined) return error('no-such-file', 'nothing of that name', expected, 'see that the path is right');
  const stat = statSync(path);
  if (stat.isDirectory()) {
    const listed = listSources(path);
    if (!listed.length)
      return error('no-files-there', 'a folder without files', expected, 'name a folder that holds pages');
    return listed;
  }
  if (!stat.isFile())
    return error(
      'not-a-file',
      'a device, pipe or socket',
      expected,
      'for what another program prints: … | npm run add -- -',
    );
  return [{ file: nameOf(operand), path, size: stat.size }];
}
