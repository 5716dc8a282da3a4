import classes from './marked.module.css';

/** Words with what was searched for marked where it stands in them. */
export function Marked({ text, marked }: { readonly text: string; readonly marked: string }) {
  const at = marked === '' ? -1 : text.toLowerCase().indexOf(marked.toLowerCase());
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className={classes['mark']}>{text.slice(at, at + marked.length)}</mark>
      {text.slice(at + marked.length)}
    </>
  );
}

/** What to mark in a name: letters alone find it by pinyin or initials, which its own characters do not show, so the whole name is the find. */
export const markedInName = (name: string, searched: string): string => (/^[a-z ]+$/i.test(searched) && !name.toLowerCase().includes(searched.toLowerCase()) ? name : searched);
