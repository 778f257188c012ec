/** Adds a copy button to the sentence that the address names. */

import { copy, oneLine } from './copy.ts';

const article = document.querySelector<HTMLElement>('[data-copy-sentence]');
const panel = document.querySelector<HTMLElement>('[data-cite]');

const button = document.createElement('button');
button.type = 'button';
const label = article?.dataset['copySentence'] ?? '';

/** “Sentence” (machine translation) Reference. https://…/papers/x/#s-1a2b3c4d */
function textOf(sentence: Element): string {
  const words = sentence.querySelector('.words');
  const as = sentence.closest<HTMLElement>('[data-as]')?.dataset['as'];
  const reference = panel?.querySelector('[data-style]:not([hidden]) [data-text]');
  const address = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  return [
    words && `“${oneLine(words)}”`,
    as && `(${as})`,
    reference && oneLine(reference),
    new URL(`#${sentence.id}`, address).href,
  ]
    .filter(Boolean)
    .join(' ');
}

function offer(): void {
  const sentence = document.getElementById(location.hash.slice(1));
  button.textContent = label;
  sentence?.querySelector('.sentence-tools')?.append(button);
}

button.addEventListener('click', () => {
  const sentence = button.closest('.sentence');
  if (!sentence) return;
  void copy(textOf(sentence)).then((done) => {
    button.textContent = (done ? panel?.dataset['copied'] : panel?.dataset['notCopied']) ?? '';
  });
});
offer();
addEventListener('hashchange', offer);
