/** Types for the part of citeproc-js that is used (https://citeproc-js.readthedocs.io/); the package has no types. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(locale: string): unknown;
    retrieveItem(id: string): object | undefined;
  }
  class Engine {
    constructor(system: System, style: unknown, locale: string, forceLocale: boolean);
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
