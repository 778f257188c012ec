/** Ends a command with a notice. Nothing is left half done. */

import type { Notice } from '#domain/notice';

export class NoticeError extends Error {
  readonly notice: Notice;

  constructor(notice: Notice) {
    super(`${notice.seen}; expected ${notice.expected}; ${notice.remedy}`);
    this.notice = notice;
  }
}
