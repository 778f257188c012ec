/** Chinese characters in a text. */

/** Whether any character is Chinese. */
export const hasHan = (text: string | undefined): boolean => /\p{Script=Han}/u.test(text ?? '');

/** Whether all characters are Chinese, except for the dots of foreign names. */
export const isHan = (text: string): boolean => /^[\p{Script=Han}·]+$/u.test(text);
