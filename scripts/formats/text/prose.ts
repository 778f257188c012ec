/** Tells the text of a paragraph from headings, labels and short values. */

import { shareOfHan } from '#domain/language';

/** As long as a paragraph, which a heading and a list of names hardly ever are. */
export const isLong = (text: string): boolean => text.length > (shareOfHan(text) > 0.3 ? 60 : 150);

/** A paragraph, whatever addresses are in it. */
export const isProse = (text: string): boolean => isLong(text.replace(/https?:\/\/\S+/gu, ''));
