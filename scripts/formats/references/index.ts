/** The list of formats of reference managers and databases. A file in one of them can hold many records. */

import type { Format } from '../format.ts';
import { endnoteXml } from './endnote-xml.ts';
import { enw } from './enw.ts';
import { nbib } from './nbib.ts';
import { gbtList } from './gbt-list.ts';
import { labelled } from './labelled.ts';
import { labelledText } from './labelled-text.ts';
import { pubmedText } from './pubmed-text.ts';
import { scopusText } from './scopus-text.ts';
import { ovidTagged } from './ovid-tagged.ts';
import { ovid } from './ovid.ts';
import { refworks } from './refworks.ts';
import { crossrefXml } from './crossref-xml.ts';
import { jats } from './jats.ts';
import { mods } from './mods.ts';
import { notefirstXml } from './notefirst-xml.ts';
import { resourceListXml } from './resource-list-xml.ts';
import { zoteroRdf } from './zotero-rdf.ts';
import { pubmedXml } from './pubmed-xml.ts';
import { ris } from './ris.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { serviceJson } from './service-json.ts';
import { csvByField } from './csv-by-field.ts';
import { csv } from './csv.ts';
import { wos } from './wos.ts';

export const referenceFormats: readonly Format[] = [
  ris,
  nbib,
  pubmedXml,
  enw,
  endnoteXml,
  mods,
  jats,
  crossrefXml,
  zoteroRdf,
  notefirstXml,
  resourceListXml,
  wos,
  ovid,
  ovidTagged,
  refworks,
  labelled,
  gbtList,
  labelledText,
  pubmedText,
  scopusText,
  csv,
  csvByField,
  bibtex,
  cslJson,
  serviceJson,
];
