/** A list with its conditions already set; the list keeps them in its own short form once it is open. */
export const listPlace = (screen: string, filter: Readonly<Record<string, unknown>>): string => (Object.keys(filter).length === 0 ? screen : `${screen}?filter=${encodeURIComponent(JSON.stringify(filter))}`);
