/** Places of this module, as links and buttons name them. */
export const memberPlace = (id: string): string => `/staff/grid-members/${id}`;
export const postPlace = (id: string): string => `/staff/posts/${id}`;
export const vacancyPlace = (id: string): string => `/staff/vacancies/${id}`;
export const staffPlace = (filter: Readonly<Record<string, unknown>>): string => `/staff/grid-members?filter=${encodeURIComponent(JSON.stringify(filter))}`;
export const matterPlace = (id: string): string => `/grid/matters/${id}`;
