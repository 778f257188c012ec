/** The address leads to the line where a sentence begins; its other lines, and its copies, are marked with it. */
function mark(): void {
  const anchor = location.hash.slice(1);
  for (const part of document.querySelectorAll<HTMLElement>('[data-sentence]'))
    part.classList.toggle('marked', part.dataset['sentence'] === anchor);
}
mark();
addEventListener('hashchange', mark);

export {};
