/** The references in the panel that cites a paper: which of them is shown, and with which date of access. */

import type { Paper } from '#domain/paper';
import type { FormattedReference } from '#citations/format';
import { citationStyles, type CitationStyle } from '#citations/styles';
import { languageOf, markedText } from '../marked.ts';
import { recordsOf } from '../records.ts';
import { hasAccess, readToday } from '../styles/choice.ts';
import { styleOf } from '../styles/more.ts';
import { formatIn } from '../styles/format-in-worker.ts';

/** The record of the paper that a cite panel is about. */
export async function recordOf({ dataset: { cite: id = '' } }: HTMLElement): Promise<Paper> {
  const [paper] = await recordsOf([id]);
  if (!paper) throw new Error(`no record of ${id}`);
  return paper;
}

/** The references of a cite panel: one for each style and each way to cite the paper. One of them is shown. */
export class References {
  readonly #panel: HTMLElement;
  readonly #all: HTMLElement[];
  readonly #isWebOnly: boolean;
  /** By style: the reference with the reader's day, set or being set. */
  readonly #dated = new Map<string, Promise<void>>();

  /** Keeps the references of the list of other styles and removes the list: one style is shown at a time. */
  constructor(panel: HTMLElement) {
    this.#panel = panel;
    this.#all = [...panel.querySelectorAll<HTMLElement>('[data-style]')];
    this.#isWebOnly = panel.dataset['webOnly'] !== undefined;
    panel.querySelector('[data-other-styles]')?.replaceWith(...this.#all.slice(1));
  }

  has(style: string | null | undefined): boolean {
    return this.#all.some(({ dataset }) => dataset['style'] === style);
  }

  /** The text of the reference that is shown. */
  get text(): Element | null | undefined {
    return this.#all.find(({ hidden }) => !hidden)?.querySelector('[data-text]');
  }

  /** The references that came with the page, as files have them: for each style the one that it has first. */
  get formatted(): FormattedReference[] {
    return citationStyles.flatMap(({ id, title }) => {
      const text = this.#textOf(id, 'style')?.textContent;
      return text ? [{ style: title.en, text }] : [];
    });
  }

  #textOf(style: string, choice: string): HTMLElement | null | undefined {
    const there = this.#all.find(({ dataset }) => dataset['style'] === style && dataset['language'] === choice);
    return there?.querySelector<HTMLElement>('[data-text]');
  }

  /** Shows the reference in a style, cited in the given way; without one, in the first that the page has. */
  show(style: string, choice = this.#all[0]?.dataset['language']): void {
    for (const reference of this.#all)
      reference.hidden = reference.dataset['style'] !== style || reference.dataset['language'] !== choice;
  }

  /**
   * Formats the paper here in each way that the page cites it: in a style that the page does not bring, or with the
   * reader's day as the date of access, which files do not have.
   */
  async set(style: CitationStyle, isFile = false): Promise<void> {
    const [{ citedIn }, { hasOtherCapitals }, paper] = await Promise.all([
      import('#citations/cited-in'),
      import('#citations/capitals'),
      recordOf(this.#panel),
    ]);
    for (const { choice, item } of citedIn(paper)) {
      const [made] = await formatIn(style, [!isFile && hasAccess(style, this.#isWebOnly) ? readToday(item) : item]);
      if (!made?.text) throw new Error(`${style.csl} formats nothing`);
      const text = this.#textFor(style.id, choice);
      text.lang = languageOf(made.text);
      text.replaceChildren(...markedText(made.text, made.marks));
      this.#markCapitals(text, hasOtherCapitals(made.text, item.title ?? ''));
    }
  }

  /** Sets the reference in every style of the site that the page does not bring, as files have it. */
  async setAll(): Promise<void> {
    await Promise.all(citationStyles.filter(({ id }) => !this.has(id)).map((style) => this.set(style, true)));
  }

  /** Puts the reader's day into a style's reference, where it has a date of access; without an engine nothing changes. */
  async setToday(id: string): Promise<void> {
    const style = styleOf(id);
    if (!style || !hasAccess(style, this.#isWebOnly)) return;
    const asked = this.#dated.get(id) ?? this.set(style).catch(() => void this.#dated.delete(id));
    this.#dated.set(id, asked);
    await asked;
  }

  /** Says below a reference that its style sets capitals in the title, where it does. */
  #markCapitals(text: HTMLElement, isDerived: boolean): void {
    const said = text.parentElement?.querySelector('.basis');
    if (!isDerived) said?.remove();
    if (!isDerived || said) return;
    const words = document.createElement('p');
    words.className = 'basis';
    words.textContent = this.#panel.dataset['capitals'] ?? '';
    text.after(words);
  }

  /** The element for the text of a reference: the one that is there, or a new one, which is hidden. */
  #textFor(style: string, choice: string): HTMLElement {
    const there = this.#textOf(style, choice);
    if (there) return there;
    const text = document.createElement('p');
    text.className = 'text';
    text.dir = 'auto';
    text.dataset['text'] = '';
    const reference = document.createElement('div');
    reference.className = 'reference';
    reference.hidden = true;
    reference.dataset['style'] = style;
    reference.dataset['language'] = choice;
    reference.append(text);
    this.#all.at(-1)?.after(reference);
    this.#all.push(reference);
    return text;
  }
}
