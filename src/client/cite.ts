/** The panel that cites a paper: choice of style and language, copying, and formats. */

import { References, recordOf } from './cite/references.ts';
import { copy, markup, oneLine } from './copy.ts';
import { onKey } from './shortcuts.ts';
import { citing, rememberCiting } from './styles/choice.ts';
import { offerMoreStyles, styleOf } from './styles/more.ts';

/** The controls of a panel, and the places for what they show. */
interface Parts {
  styles: HTMLSelectElement;
  languages: HTMLSelectElement | null;
  view: HTMLSelectElement;
  abstracts: HTMLInputElement;
  shown: HTMLElement;
  viewed: HTMLElement;
  save: HTMLAnchorElement;
  said: HTMLOutputElement;
}

function partsOf(panel: HTMLElement): Parts | undefined {
  const find = <E extends Element>(selector: string): E | null => panel.querySelector<E>(selector);
  const styles = find<HTMLSelectElement>('[data-cite-style]');
  const languages = find<HTMLSelectElement>('[data-cite-language]');
  const view = find<HTMLSelectElement>('[data-view]');
  const abstracts = find<HTMLInputElement>('[data-abstracts]');
  const shown = find<HTMLElement>('[data-shown]');
  const viewed = find<HTMLElement>('[data-viewed]');
  const save = find<HTMLAnchorElement>('[data-save]');
  const said = find<HTMLOutputElement>('[data-said]');
  if (!styles || !view || !abstracts || !shown || !viewed || !save || !said) return undefined;
  return { styles, languages, view, abstracts, shown, viewed, save, said };
}

function start(panel: HTMLElement): void {
  const parts = partsOf(panel);
  if (!parts) return;
  const references = new References(panel);
  panel.classList.add('scripted');
  for (const part of panel.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
  offerStyles(panel, parts, references);
  offerCopies(panel, parts, references);
  offerFormats(panel, parts);
  offerFiles(panel, parts, references);
}

/** The choice of style and language, which the browser remembers; and the reader's day, when the panel is first used. */
function offerStyles(panel: HTMLElement, { styles, languages, said }: Parts, references: References): void {
  const show = (): void => references.show(styles.value, languages?.value);
  const setToday = (): void => void references.setToday(styles.value);
  for (const event of ['pointerenter', 'focusin']) panel.addEventListener(event, setToday);
  offerMoreStyles(panel, styles, (style) => references.set(style));

  const remembered = citing();
  if (references.has(remembered.style)) styles.value = remembered.style ?? styles.value;
  if (languages && remembered.choice) languages.value = remembered.choice;
  show();
  let before = styles.value;
  const changeStyle = async (): Promise<void> => {
    const wanted = styles.value;
    const other = references.has(wanted) ? undefined : styleOf(wanted);
    try {
      if (other) await references.set(other);
      before = wanted;
    } catch {
      styles.value = before;
      said.textContent = panel.querySelector<HTMLElement>('[data-away]')?.dataset['away'] ?? '';
    }
    show();
    rememberCiting({ style: styles.value });
    setToday();
  };
  styles.addEventListener('change', () => void changeStyle());
  const isOffered = [...styles.options].some(({ value }) => value === remembered.style);
  // A style that the page does not bring needs the engine: it is fetched when the panel is opened.
  if (isOffered && !references.has(remembered.style))
    panel.closest('details')?.addEventListener(
      'toggle',
      () => {
        styles.value = remembered.style ?? styles.value;
        void changeStyle();
      },
      { once: true },
    );
  languages?.addEventListener('change', () => {
    show();
    rememberCiting({ choice: languages.value === 'zh' ? 'zh' : 'style' });
  });
}

/** The buttons that copy the reference, with italics or without, or the file that is shown. */
function offerCopies(panel: HTMLElement, { styles, shown, said }: Parts, references: References): void {
  const say = (done: boolean): void => {
    said.textContent = (done ? panel.dataset['copied'] : panel.dataset['notCopied']) ?? '';
    setTimeout(() => (said.textContent = ''), 4000);
  };
  const copyShown = async (what: string | undefined): Promise<void> => {
    if (what === 'shown') return say(await copy(shown.textContent));
    await references.setToday(styles.value);
    const { text } = references;
    if (text) say(await copy(oneLine(text), what === 'rich' ? markup(text).trim() : undefined));
  };
  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-copy]'))
    button.addEventListener('click', () => void copyShown(button.dataset['copy']));
}

/** Files that the site does not have: they are made here and saved, as `papers/<id>.ris` would be. */
function offerFiles(panel: HTMLElement, { said }: Parts, references: References): void {
  const make = async (name: string | undefined): Promise<void> => {
    try {
      const [{ citationFormats }, record] = await Promise.all([import('#citations/index'), recordOf(panel)]);
      const format = citationFormats.find((it) => it.name === name);
      if (!format) return;
      if (format.name === 'text') await references.setAll();
      const text = format.write([record], { single: true, formatted: () => references.formatted });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: format.mediaType }));
      link.download = `${record.id}.${format.extension}`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch {
      said.textContent = panel.dataset['unreachable'] ?? '';
    }
  };
  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-make]'))
    button.addEventListener('click', () => void make(button.dataset['make']));
}

/** The paper in a format of reference managers, to see and to save. */
function offerFormats(panel: HTMLElement, { view, viewed, abstracts, shown, save }: Parts): void {
  let asked = 0;
  const showFormat = async (): Promise<void> => {
    const turn = ++asked;
    viewed.hidden = view.value === '';
    if (view.value === '') return;
    try {
      const [{ citationFormats }, record] = await Promise.all([import('#citations/index'), recordOf(panel)]);
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

/**
 * `c`, and an address that ends in `#cite`, open the panel from anywhere; the focus is then on its first choice. Escape
 * closes it, with the focus on what opens it.
 */
function listen(panel: HTMLElement): void {
  const whole = panel.closest('details');
  whole?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !whole.open) return;
    whole.open = false;
    whole.querySelector('summary')?.focus();
  });
  const open = (): void => {
    if (whole) whole.open = true;
    // The element itself has no box: its parts are laid out among the other actions.
    (whole?.querySelector('summary') ?? panel).scrollIntoView({ block: 'start' });
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
