/** Recognises titles of papers about other papers, such as errata and comments, and titles that recur. */

/**
 * Beginnings of a title that show that the paper is about another paper, or a notice on it: erratum, comment,
 * retraction.
 */
const beginnings: readonly [RegExp, string][] = [
  [/^(?:author |publisher )?(?:correction|corrigendum|corrigenda|erratum|errata|addendum|correction notice|correction to)\b/u, 'erratum'],
  [/^(?:勘误|更正|补正)/u, 'erratum'],
  [/^(?:retraction|retraction note|notice of retraction)\b|^撤稿/u, 'retraction'],
  [/^(?:retracted|retracted article|withdrawn)\b/u, 'retracted'],
  [/^(?:expression of concern|editorial expression of concern)\b/u, 'concern'],
  [/^(?:comments? (?:on|to)|commentary(?: on)?|(?:invited|editorial) comment(?:ary)?|discussion of|response (?:to|by)|reply(?: to| by)?|authors? (?:reply|response)|letter to the editor|re|in reply|in response)\b/u, 'comment'],
  [/^(?:作者|编者)?(?:回复|答复|点评|评论)/u, 'comment'],
  [/^(?:book review|review of the book|书评)/u, 'review'],
  [/^(?:reprint(?: of)?|republished|republication)\b/u, 'reprint'],
]; // prettier-ignore

/** Ends of a title that show such a kind: "… (Erratum)", "… : retraction notice", 《…》一文更正. */
const endings: readonly [RegExp, string][] = [
  [/\b(?:erratum|corrigendum|correction)$/u, 'erratum'],
  [/(?:更正|勘误|勘误表|补正)$/u, 'erratum'],
  [/\b(?:retraction|retraction (?:note|notice))$|撤稿(?:声明|通知)?$/u, 'retraction'],
  [/\bexpression of concern$/u, 'concern'],
  [/(?:的|一文)(?:回复|答复|评论|商榷|点评)$/u, 'comment'],
];

/**
 * Words that show such a kind after the last colon, dash or full stop of a title: "Is it so? Reply to Berg", "Hope:
 * authors' reply".
 */
const tails: readonly [RegExp, string][] = [
  [/^(?:erratum|corrigendum|correction|addendum)\b/u, 'erratum'],
  [/^retraction\b/u, 'retraction'],
  [/^(?:(?:a|an|the|authors?|s|invited|brief|short) )*(?:comment|comments|commentary|reply|response|rejoinder)(?: (?:to|on|by|from) .*)?$/u, 'comment'],
]; // prettier-ignore

/** The kind of a paper about another paper: `erratum`, `comment`, `retracted` …; empty for any other title. */
export const kindOf = (text: string, tail: string, taken: boolean): string =>
  beginnings.find(([pattern]) => pattern.test(text))?.[1] ??
  endings.find(([pattern]) => pattern.test(text))?.[1] ??
  tails.find(([pattern]) => pattern.test(tail))?.[1] ??
  (taken ? 'retracted' : '');

/** Titles of sections that every issue has, however long they are. */
const recurring =
  /^(?:(?:guest |invited )?editorial(?: (?:comments?|notes?|board|announcement))?|(?:a )?(?:letter|note|word|message)?s? ?from the (?:guest |new )?(?:editors?|president|chair)(?: in chief| s desk)?|letters?(?: to the editors?)?|correspondence|(?:book|film|media) reviews?|(?:books|publications) received|in this issue|issue information(?: [^]*)?|(?:table of )?contents|call for (?:papers|abstracts|submissions)(?: [^]*)?|acknowledge?ments?(?: (?:of|to) [^]*(?:reviewers|referees|contributors)[^]*)?|(?:list of |thanks? to |index of |our |ad hoc )*(?:reviewers|referees)(?: (?:for|in|of) [^]*)?|(?:author|subject) index[^]*|(?:abstracts|proceedings|posters) (?:of|from) [^]*|(?:obituary|in memoriam)(?: [^]*)?|news(?: and (?:notes|views|comments?|announcements))?|announcements?|introduction(?: to (?:the|this) (?:special )?(?:issue|section))?|preface|foreword|authors? (?:reply|response)|in reply)$|^(?:编者按|编者的话|主编寄语|卷首语|刊首语|征稿(?:启事|通知|函)|投稿须知|稿约|(?:总)?目[录次]|书评|读者来信|编读往来|致谢|前言|序言?|本期导读|新闻|简讯|消息|启事).{0,4}$/u;

/** True for "Editorial", "Acknowledgement of reviewers 2019", 征稿启事: such a title identifies no paper. */
export const isRecurring = (text: string): boolean => recurring.test(text);
