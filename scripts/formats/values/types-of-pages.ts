/** What pages call a kind of publication, by CSL 1.0.2's item types; the first that fits counts. */
const types: readonly { type: string; test: RegExp }[] = [
  { type: 'thesis', test: /\b(?:thesis|dissertation|tesis|tese|dissertação)\b|学位论文|博士论文|硕士论文/iu },
  { type: 'chapter', test: /\b(?:book ?chapter|chapter|capítulo)\b|章节/iu },
  { type: 'paper-conference', test: /\b(?:conference|proceedings|congress)\b|会议/iu },
  { type: 'article', test: /\bpreprint\b|预印本/iu },
  { type: 'report', test: /\b(?:report|working paper)\b(?!s? of)|报告$/iu },
  {
    type: 'article-journal',
    test: /\b(?:journal ?article|(?:research|review|original|scholarly|scientific|medical scholarly) ?article|scholarlyarticle|review|editorial|letter|artículo|artigo|meta-analysis|randomized controlled trial|article)\b|期刊论文|期刊文章|学术论文/iu,
  },
  { type: 'book', test: /^(?:book|monograph|libro|livro|图书|专著)$/iu },
];

/** The CSL type of what a page calls its kind; `undefined` for a word that says less. */
export const typeOf = (text: string): string | undefined =>
  text.length > 80 ? undefined : types.find(({ test }) => test.test(text.replace(/([a-z])([A-Z])/gu, '$1 $2')))?.type;
