import type { Paper } from '#domain/paper';
import { citationStyles, type CitationStyle } from '#citations/styles';
import { copy, markup, oneLine } from './copy.ts';
import { onKey } from './shortcuts.ts';
import { citing, hasAccess, readToday, rememberCiting } from './styles/choice.ts';
import { languageOf, markedText } from './marked.ts';
import { offerMoreStyles, ownStyles } from './styles/more.ts';
import { formatIn } from './styles/set.ts';

const fetched = async (panel: HTMLElement): Promise<Paper> =>
  (await fetch(panel.dataset['record'] ?? '')).json() as Promise<Paper>;

function start(panel: HTMLElement): void {
  const find = <E extends Element>(selector: string): E | null => panel.querySelector<E>(selector);
  const styles = find<HTMLSelectElement>('[data-cite-style]');
  const languages = find<HTMLSelectElement>('[data-cite-language]');
  const view = find<HTMLSelectElement>('[data-view]');
  const abstracts = find<HTMLInputElement>('[data-abstracts]');
  const shown = find<HTMLElement>('[data-shown]');
  const viewed = find<HTMLElement>('[data-viewed]');
  const save = find<HTMLAnchorElement>('[data-save]');
  const said = find<HTMLOutputElement>('[data-said]');
  const others = find<HTMLDetailsElement>('[data-other-styles]');
  if (!styles || !view || !abstracts || !shown || !viewed || !save || !said) return;

  // One style at a time: those in the list of others come out of it, and the list goes.
  const references = [...panel.querySelectorAll<HTMLElement>('[data-style]')];
  if (others) others.replaceWith(...references.slice(1));
  panel.classList.add('scripted');
  for (const part of panel.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;

  const current = (): HTMLElement | undefined => references.find((reference) => !reference.hidden);
  const own = references[0]?.dataset['language'];
  const show = (): void => {
    const wanted = languages?.value ?? own;
    for (const reference of references) {
      const { style, language } = reference.dataset;
      reference.hidden = style !== styles.value || language !== wanted;
    }
  };
  const isWebOnly = panel.dataset['webOnly'] !== undefined;
  /** Sets the paper here in each way that the page cites it: a style that the page does not bring, or read today. */
  const set = async (style: CitationStyle): Promise<void> => {
    const [{ citedIn }, paper] = await Promise.all([import('#citations/cited-in'), fetched(panel)]);
    for (const { choice, item } of citedIn(paper)) {
      const [made] = await formatIn(style, [hasAccess(style, isWebOnly) ? readToday(item) : item]);
      if (!made?.text) throw new Error(`${style.csl} formats nothing`);
      const known = references.find(({ dataset }) => dataset['style'] === style.id && dataset['language'] === choice);
      const text = known?.querySelector<HTMLElement>('[data-text]') ?? document.createElement('p');
      text.className = 'text';
      text.lang = languageOf(made.text);
      text.dir = 'auto';
      text.dataset['text'] = '';
      text.replaceChildren(...markedText(made.text, made.marks));
      if (known) continue;
      const reference = document.createElement('div');
      reference.className = 'reference';
      reference.hidden = true;
      reference.dataset['style'] = style.id;
      reference.dataset['language'] = choice;
      reference.append(text);
      references.at(-1)?.after(reference);
      references.push(reference);
    }
  };
  const dated = new Map<string, Promise<void>>();
  /** The chosen reference with the reader's day, where it has a date of access; the page's own where no engine comes. */
  const setToday = async (): Promise<void> => {
    const style = [...citationStyles, ...ownStyles()].find(({ id }) => id === styles.value);
    if (!style || !hasAccess(style, isWebOnly)) return;
    const asked = dated.get(style.id) ?? set(style).catch(() => void dated.delete(style.id));
    dated.set(style.id, asked);
    await asked;
  };
  for (const event of ['pointerenter', 'focusin']) panel.addEventListener(event, () => void setToday());
  offerMoreStyles(panel, styles, set);

  const remembered = citing();
  if (references.some((reference) => reference.dataset['style'] === remembered.style))
    styles.value = remembered.style ?? styles.value;
  if (languages && remembered.choice) languages.value = remembered.choice;
  show();
  let before = styles.value;
  const changeStyle = async (): Promise<void> => {
    const wanted = styles.value;
    const other = references.some(({ dataset }) => dataset['style'] === wanted)
      ? undefined
      : ownStyles().find(({ id }) => id === wanted);
    try {
      if (other) await set(other);
      before = wanted;
    } catch {
      styles.value = before;
      said.textContent = panel.dataset['away'] ?? '';
    }
    show();
    rememberCiting({ style: styles.value });
    await setToday();
  };
  styles.addEventListener('change', () => void changeStyle());
  languages?.addEventListener('change', () => {
    show();
    rememberCiting({ choice: languages.value === 'zh' ? 'zh' : 'style' });
  });

  const say = (done: boolean): void => {
    said.textContent = (done ? panel.dataset['copied'] : panel.dataset['notCopied']) ?? '';
    setTimeout(() => (said.textContent = ''), 4000);
  };
  const copyShown = async (what: string | undefined): Promise<void> => {
    if (what !== 'shown') await setToday();
    const text = current()?.querySelector('[data-text]');
    if (what === 'shown') say(await copy(shown.textContent));
    else if (text) say(await copy(oneLine(text), what === 'rich' ? markup(text).trim() : undefined));
  };
  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-copy]'))
    button.addEventListener('click', () => void copyShown(button.dataset['copy']));

  let asked = 0;
  const showFormat = async (): Promise<void> => {
    const turn = ++asked;
    viewed.hidden = view.value === '';
    if (view.value === '') return;
    try {
      const [{ citationFormats }, record] = await Promise.all([import('#citations/index'), fetched(panel)]);
      const format = citationFormats.find(({ name }) => name === view.value);
      // A slower, older answer never replaces a newer one.
      if (!format || turn !== asked) return;
      const text = format.write([record], { abstracts: abstracts.checked, single: true });
      shown.textContent = text;
      URL.revokeObjectURL(save.href);
      save.href = URL.createObjectURL(new Blob([text], { type: format.mediaType }));
      save.download = `${panel.dataset['cite']}.${format.extension}`;
    } catch {
      shown.textContent = panel.dataset['unreachable'] ?? '';
    }
  };
  view.addEventListener('change', () => void showFormat());
  abstracts.addEventListener('change', () => void showFormat());
}

/** `c`, and an address that ends in `#cite`, open the panel from anywhere; the focus is then on its first choice. */
function listen(panel: HTMLElement): void {
  const whole = panel.closest('details');
  const open = (): void => {
    if (whole) whole.open = true;
    (whole ?? panel).scrollIntoView({ block: 'start' });
    panel.querySelector<HTMLElement>('[data-cite-style]')?.focus({ preventScroll: true });
  };
  onKey('c', open);
  const named = (): void => {
    if (location.hash === '#cite') open();
  };
  addEventListener('hashchange', named);
  // The browser scrolls to the named part when the page is whole, and takes the focus from whatever has it.
  if (document.readyState === 'complete') named();
  else addEventListener('load', named, { once: true });
}

for (const panel of document.querySelectorAll<HTMLElement>('[data-cite]')) {
  start(panel);
  listen(panel);
}
