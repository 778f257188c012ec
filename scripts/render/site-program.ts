/** Runs the program that Astro made of the pages (`src/site/keep-program.ts`), without Astro. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProgramFrame } from '../../src/site/program-frame.ts';
import type { Slices } from '../../src/site/slice.ts';

/** A part of an address: fixed, or the value of a parameter; `...` for one with any number of folders, or none. */
interface Part {
  content: string;
  dynamic: boolean;
  spread: boolean;
}
interface Route {
  type: string;
  route: string;
  component: string;
  pathname?: string;
  prerender: boolean;
  segments: Part[][];
}
type Params = Record<string, string | undefined>;
interface Module {
  getStaticPaths?: (options: { routePattern: string }) => Promise<{ params: Params; props?: object }[]>;
  GET?: (context: object) => Response | Promise<Response>;
}
/** What is used of the program's own type. */
interface App {
  manifest: { routes: { routeData: Route }[] };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  routeCache: { set(route: Route, known: object): void };
  getComponentByRoute(route: Route): Promise<Module>;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
}

/** A file of the site that the program makes. */
export interface Made {
  /** Below the site's folder, with `/`. */
  file: string;
  /** The address below the base path, without a slash at its beginning. */
  pathname: string;
  component: string;
  isPage: boolean;
  props: object | undefined;
  make: () => Promise<Uint8Array>;
}

export interface SiteProgram {
  slices: Slices;
  /** Every file that the program makes. */
  files: () => Promise<Made[]>;
}

/** Loads the program in a folder; `base` and `site` are those that it was made for. */
export async function loadProgram(
  folder: string,
  { base, site }: { base: string; site: string },
): Promise<SiteProgram> {
  const slices = {} as Slices;
  Object.assign(globalThis, { allianceReviewSlices: slices });
  const frame = JSON.parse(readFileSync(join(folder, 'frame.json'), 'utf8')) as ProgramFrame;
  const { app } = (await import(pathToFileURL(join(folder, frame.entry)).href)) as { app: App };
  app.setInternals({
    pagesByKeys: new Map(frame.styles.map(([key, styles]) => [key, { styles }])),
    entrySpecifierToBundleMap: new Map(),
  });
  const problems: string[] = [];
  const write = (event: { level?: string; message?: string }): void => {
    if (event.level === 'error') problems.push(event.message ?? '');
  };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write }, level: 'error' } } });
  const render = async (route: Route, pathname: string): Promise<Response> => {
    problems.length = 0;
    const url = new URL(base.slice(0, -1) + addressOf(pathname), site);
    const response = await app.render(new Request(url), { routeData: route });
    if (problems.length > 0 || response.status >= 500) throw new Error(problems[0] ?? `status ${response.status}`);
    return response;
  };
  const filesOf = async (route: Route): Promise<Made[]> => {
    const module = await app.getComponentByRoute(route);
    const paths = (await module.getStaticPaths?.({ routePattern: route.route })) ?? [{ params: {} }];
    const isPage = route.type === 'page';
    if (isPage && module.getStaticPaths) {
      // Astro asks for the paths of a route again when it renders its first page, and finds them here.
      const keyed = new Map(paths.map((path) => [addressOf(pathOf(route, path.params)), path] as const));
      app.routeCache.set(route, { mod: module, staticPaths: Object.assign([...paths], { keyed }) });
    }
    return paths.map(({ params, props = {} }: { params: Params; props?: object }): Made => {
      const pathname = pathOf(route, params);
      const bytes = async (): Promise<Uint8Array> => {
        const response =
          isPage || !module.GET
            ? await render(route, pathname)
            : await module.GET({ params, props, site: new URL(site), url: new URL(base + pathname, site) });
        return new Uint8Array(await response.arrayBuffer());
      };
      return { file: fileOf(pathname, isPage), pathname, component: route.component, isPage, props, make: bytes };
    });
  };
  return {
    slices,
    files: async () => {
      const routes = app.manifest.routes.map(({ routeData }) => routeData);
      const made: Made[] = [];
      for (const route of routes)
        if (route.prerender && (route.type === 'page' || route.type === 'endpoint'))
          made.push(...(await filesOf(route)));
      return made;
    },
  };
}

const addressOf = (pathname: string): string => (pathname === '' ? '/' : `/${pathname}/`);

const pathOf = ({ segments }: Route, params: Params): string =>
  segments
    .map((parts) =>
      parts.map(({ content, dynamic }) => (dynamic ? (params[content.replace('...', '')] ?? '') : content)).join(''),
    )
    .filter(Boolean)
    .join('/');

const fileOf = (pathname: string, isPage: boolean): string =>
  !isPage ? pathname : pathname === '404' ? '404.html' : `${pathname === '' ? '' : `${pathname}/`}index.html`;
