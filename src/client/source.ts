/** Marks all lines of the sentence that the address names, and its copies; the address itself leads to the first line. */
function mark(): void {
  const anchor = location.hash.slice(1);
  for (const part of document.querySelectorAll<HTMLElement>('[data-sentence]'))
    part.classList.toggle('marked', part.dataset['sentence'] === anchor);
}
mark();
addEventListener('hashchange', mark);

export {};
