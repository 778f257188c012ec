/**
 * Files that contain a page in another form (PDF, Word, archives, pictures): recognises them, and says how to get the
 * page out.
 */

interface Container {
  /** A pattern for the first thousand bytes of the file, each read as one character. */
  begins: RegExp;
  seen: string;
  remedy: string;
}

const picture = { seen: 'a picture', remedy: 'save the page itself: no text is read from pictures' };

/** Kinds of files that contain a page in their own form: what they are, and how to get the page out. */
const containers: readonly Container[] = [
  {
    begins: /^\s*%PDF-/u,
    seen: 'a PDF',
    remedy: "save the paper's abstract page instead, or copy the text out into a .txt file",
  },
  {
    begins: /^PK\x03\x04[\s\S]{0,900}\bxl\//u,
    seen: 'a workbook of a spreadsheet program (.xlsx), whatever its name ends in',
    remedy: 'open it in a spreadsheet program, save the sheet as CSV (UTF-8), and import that',
  },
  {
    begins: /^PK\x03\x04/u,
    seen: 'an archive (ZIP), or a document of Word or another office program',
    remedy: 'an archive of exports is opened if its name ends in .zip; save a document as plain text or HTML',
  },
  {
    begins: /^(?:\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ)/u,
    seen: 'an archive',
    remedy: 'unpack it and add the files that are in it',
  },
  {
    begins: /^\xd0\xcf\x11\xe0/u,
    seen: 'a document of an older office program',
    remedy: 'save it as plain text or HTML',
  },
  { begins: /^\{\\rtf/u, seen: 'a document in Rich Text Format', remedy: 'save it as plain text or HTML' },
  {
    begins: /^(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){0,12}Content-Type: multipart\/related/iu,
    seen: 'a web archive (MHTML)',
    remedy: 'save the page again as HTML, or as text',
  },
  { begins: /^bplist00/u, seen: 'a web archive of Safari', remedy: 'save the page again as page source, or as text' },
  { begins: /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/su, ...picture },
];

/** What a file is by its first bytes, where it is not a page as such. */
export function containerOf(bytes: Buffer): Omit<Container, 'begins'> | undefined {
  const head = bytes.toString('latin1', 0, 1000);
  return containers.find(({ begins }) => begins.test(head));
}
