import { join } from 'node:path';
import { makeFolder, writeFile } from './files.ts';
import { markName, markText, readMark } from './mark.ts';
import { NoticeError } from './notice-error.ts';
import { OwnFolder, type Asked } from './own-folder.ts';

/**
 * A folder for what a command writes file by file: made where it is not there, and marked as what it holds. Returns where it
 * is.
 * @throws NoticeError where it holds anything else
 */
export function openFolder(asked: Asked): string {
  const own = OwnFolder.ask(asked);
  if (!(own instanceof OwnFolder)) throw new NoticeError(own);
  makeFolder(own.path);
  if (readMark(own.path)?.holds !== own.holds) writeFile(join(own.path, markName), markText(own.holds));
  return own.path;
}
