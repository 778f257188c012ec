/** Recognises preprint servers. */

/** Names of preprint servers at the beginning of a text: "bioRxiv : the preprint server for biology". */
const names =
  /^(?:(?:psy|soc|ed|eco|china)?arxiv|(?:bio|med|chem|tech)rxiv|osf(?: preprints?)?|ssrn(?: electronic journal)?|research square|preprints(?:\.org)?|jmir preprints|authorea|scielo preprints|f1000research preprints?)\b/iu;

/** The DOIs that they register. */
const dois =
  /^10\.(?:1101\/(?:\d{4}\.\d\d\.\d\d\.|\d{6}(?!\d))|64898\/|31234\/|31219\/|31235\/|35542\/|31222\/|12074\/|48550\/arxiv|21203\/rs\.|2139\/ssrn|20944\/preprints|2196\/preprints|22541\/au\.|36227\/techrxiv|26434\/chemrxiv|32388\/|1590\/scielopreprints)/iu;

/** True for a server's name, which databases give as a journal or a publisher. */
export const isPreprintServer = (name: string): boolean => names.test(name.trim());

export const isPreprintDoi = (doi: string): boolean => dois.test(doi);
