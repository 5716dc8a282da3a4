import { useEffect, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import classes from './page.module.css';

type PageProps = {
  title: string;
  /** A small fact beside the title, e.g. how many. */
  figure?: ReactNode;
  actions?: ReactNode;
  /** The screen takes the whole width and divides its height itself, like a list; otherwise lines keep a readable length. */
  wide?: boolean;
  children: ReactNode;
};

/** A screen: its title row stands still, its body scrolls. The title is also the window's, for the taskbar and for screen readers. */
export function Page({ title, figure, actions, wide = false, children }: PageProps) {
  const { formatMessage } = useIntl();
  const appName = formatMessage({ id: 'app.name' });
  useEffect(() => {
    document.title = `${title} · ${appName}`;
  }, [title, appName]);
  return (
    <section className={classes['page']} aria-label={title}>
      <div className={classes['head']}>
        <div className={classes['name']}>
          <h1 className={classes['title']} title={title}>{title}</h1>
          {figure !== undefined && <span className={classes['figure']}>{figure}</span>}
        </div>
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
      </div>
      {wide ? (
        <div className={classes['body']}>{children}</div>
      ) : (
        // the arrow keys scroll it, for there may be nothing else in it to stand on
        <div className={classes['body']} role="group" aria-label={title} tabIndex={0}><div className={classes['narrow']}>{children}</div></div>
      )}
    </section>
  );
}
