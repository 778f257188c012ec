/** Opens a folder for a command that writes file by file. */

import { join } from 'node:path';
import { makeFolder, writeFile } from './files.ts';
import { markName, markText, readMark } from './mark.ts';
import { NoticeError } from './notice-error.ts';
import { OwnFolder, type Asked } from './own-folder.ts';

/**
 * Makes a folder where it does not exist, and marks what it holds. Returns its path.
 * @throws NoticeError where the folder holds anything else
 */
export function openFolder(asked: Asked): string {
  const own = OwnFolder.ask(asked);
  if (!(own instanceof OwnFolder)) throw new NoticeError(own);
  makeFolder(own.path);
  if (readMark(own.path)?.holds !== own.holds) writeFile(join(own.path, markName), markText(own.holds));
  return own.path;
}
