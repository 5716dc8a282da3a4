import { createHashHistory, createRootRoute, createRoute, createRouter, type RouterHistory } from '@tanstack/react-router';
import { lazy } from 'react';
import { Frame } from './frame/Frame.tsx';
import { NotFoundPage, ScreenFailed } from './frame/PlainPages.tsx';
import { ScreenPlace } from './frame/ScreenPlace.tsx';
import { screenGroups } from './screen-groups.ts';
import type { Screen } from './screens.ts';

const root = createRootRoute({ component: Frame });

function routeOf(screen: Screen) {
  const Content = lazy(screen.load);
  return createRoute({
    getParentRoute: () => root,
    path: screen.path,
    component: () => (
      <ScreenPlace screen={screen}>
        <Content />
      </ScreenPlace>
    ),
  });
}

/** A place that may be opened first: a path of the desk, nothing else that an address could hold. */
const isPlace = (place: string): boolean => /^\/[\w/-]/.test(place);

/** The address lies behind the `#`, so the page itself is never left. A fresh window opens where the person was, or on today. */
function historyFrom(lastPlace: string): RouterHistory {
  const history = createHashHistory();
  if (window.location.hash === '' || window.location.hash === '#/') history.replace(isPlace(lastPlace) ? lastPlace : '/today');
  return history;
}

/** The desk's addresses, made of the screens that the groups bring. */
export const createDeskRouter = (lastPlace: string) =>
  createRouter({
    routeTree: root.addChildren(screenGroups.flatMap(({ screens }) => screens.map(routeOf))),
    history: historyFrom(lastPlace),
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: ScreenFailed,
    scrollRestoration: false,
  });
