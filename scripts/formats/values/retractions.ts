/** Finds in a text that a paper was retracted, corrected or questioned. */

/** What became of a paper, by weight: the gravest is the one that a record has. */
export const statusKinds = ['retracted', 'expression-of-concern', 'corrected'] as const;
export type StatusKind = (typeof statusKinds)[number];

/**
 * Marks that publishers and databases write before the title of a retracted paper, in English, Chinese, Spanish and
 * Portuguese.
 */
const before =
  /^[[(（【［]?\s?(?:retracted(?:\s(?:article|paper|chapter|publication))?|withdrawn(?:\s(?:article|paper))?|(?:art[ií]culo\s|artigo\s)?(?:retractado|retirado|retratado)|已?撤[稿回](?:论文|文章)?)\s?(?:[\])）】］]\s?[:：]?|[:：.]|[-–—](?=\s))/iu;

/** Marks after it: "(Retracted article. See vol. 3, 2018)", "[Withdrawn]", "【已撤稿】". */
const behind =
  /(?:[([（【［]\s?(?:(?:retracted|withdrawn|retractado|retirado|art[ií]culo\s(?:retractado|retirado))(?![\p{L}])|已?撤[稿回])[^()[\]（）【】［］]*[)\]）】］]|\s[-–—]\s?(?:retracted|withdrawn)(?:\sarticle)?)\s?\.?$/iu;

/** Whether a title says that its own paper was retracted. The title of a notice ("Retraction of: …") says it of another. */
export const titleSaysRetracted = (title: string): boolean => before.test(title) || behind.test(title);

/** Document types, of which Web of Science and PubMed give several: `Article; Retracted Publication`. */
const types: readonly [RegExp, StatusKind][] = [
  [
    /^(?:retracted(?:\s(?:publication|article|paper))?|withdrawn(?:\s(?:publication|article))?|已?撤稿(?:论文)?)$/iu,
    'retracted',
  ],
  [/^corrected and republished article$/iu, 'corrected'],
];

/**
 * What a document type says became of the paper itself; `undefined` for the types of notices ("Retraction of
 * Publication").
 */
export const statusOfType = (text: string): StatusKind | undefined =>
  text
    .split(/[;；|]/u)
    .map((part) => types.find(([pattern]) => pattern.test(part.trim()))?.[1])
    .find((status) => status !== undefined);

/** What a link from a paper to its notice says: PubMed's `RetractionIn`, Crossref's `retraction`, JATS' `correction-forward`. */
const links: readonly [RegExp, StatusKind][] = [
  [/^(?:retraction(?:in|[-_\s]forward)?|partial[-_\s]retraction(?:in)?|withdrawal|removal|retracted)$/iu, 'retracted'],
  [
    /^(?:expression[-_\s]?of[-_\s]?concern(?:in)?|expression[-_\s]?of[-_\s]?concern[-_\s]forward|concern[-_\s]forward|concern)$/iu,
    'expression-of-concern',
  ],
  [
    /^(?:erratum(?:in)?|corrigendum|correction(?:[-_\s]forward)?|corrected|updatein|correctedandrepublishedin)$/iu,
    'corrected',
  ],
];

export const statusOfLink = (kind: string): StatusKind | undefined =>
  links.find(([pattern]) => pattern.test(kind.trim()))?.[1];
