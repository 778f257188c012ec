/** The language of the page that a script runs on. */

import type { InterfaceLanguage } from '#domain/language';

export const lang: InterfaceLanguage = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
