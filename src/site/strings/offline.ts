/** Words about reading without a connection. */

import { strings } from './table.ts';

export const offline = strings({
  'offline.title': { en: 'Not available without a connection', zh: '离线时无法打开此页' },
  'offline.text': {
    en: 'This page has not been read on this device yet, and there is no connection. Pages read before, and the search for their words, are still available.',
    zh: '此页尚未在本设备上打开过，且当前没有网络连接。已读过的页面仍可阅读，检索也可照常使用。',
  },
  'offline.available': { en: 'This review can now be read without a connection.', zh: '现在无需网络也可阅读本综述。' },
  'offline.ready': {
    en: 'A newer version of this review is ready. It will be shown when you next open a page.',
    zh: '本综述已有新版本，下次打开页面时显示。',
  },
  'offline.show': { en: 'Show it now', zh: '立即显示' },
  'offline.updated': { en: 'You are reading the newest version of this review.', zh: '您正在阅读本综述的最新版本。' },
  'offline.close': { en: 'Close', zh: '关闭' },
});
