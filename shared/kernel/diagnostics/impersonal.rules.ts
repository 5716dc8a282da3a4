/**
 * A line of the program's own log without anybody in it: every Chinese character, every run of four digits or more and every mail
 * address is blotted out, and the part of a path that names a person's folder is cut. What is left names codes, files of the program and places in it.
 */
export function impersonal(line: string, home = ''): string {
  const cut = home === '' ? line : line.replaceAll(home, '~');
  return cut
    .replaceAll(/(\/home\/|\/Users\/|[A-Z]:\\Users\\)[^/\\\s]+/gi, '$1~')
    .replaceAll(/\S+@\S+\.\S+/g, '@')
    .replaceAll(/\p{Script=Han}/gu, '□')
    .replaceAll(/\d{4,}[Xx]?/g, '#');
}
