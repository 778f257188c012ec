/**
 * The maximum number of authors in the JSON-LD and the Dublin Core of a page. The tags of Highwire, which reference
 * managers read, have all of them. Some papers have hundreds or thousands, and naming each four times would make the
 * page heavy.
 */
export const mostNamed = 100;
