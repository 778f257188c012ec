/** Markup that pages leave in their plain text: JATS and simple inline tags. All else in angle brackets is text. */
export const inlineMarkup =
  /<\/?(?:jats:[a-z-]{1,30}|i|b|em|strong|sub|sup|p|br|italic|bold|span)(?:\s[^<>]{0,200})?\/?>/iu;
