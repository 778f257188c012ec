/** What the program of the pages needs besides its own files: the style sheets of each page, by the key of its route. */
export interface ProgramFrame {
  /** The file to import. */
  entry: string;
  styles: [route: string, styles: unknown][];
}
