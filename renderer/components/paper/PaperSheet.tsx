import type { ReactNode } from 'react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import { useSession } from '#renderer/app/session.ts';
import { QrCode } from '#renderer/components/qr/QrCode.tsx';
import classes from './paper.module.css';
import type { PaperCard, PaperLine } from './paper-lines.ts';

/** `A4`, `A4-landscape`, `A3`, `A3-landscape`. */
export type PaperForm = `${'A4' | 'A3'}${'' | '-landscape'}`;
/** Every form a paper is laid out in; a slip has no landscape. */
export type SheetForm = PaperForm | 'A5' | 'A6';

const FACT_COLUMNS = '24mm minmax(0, 1fr) 24mm minmax(0, 1fr)';

/** One line of a paper, the same element for measuring, on screen and in print. */
export function PaperLineView({ line, isFirst }: { readonly line: PaperLine; readonly isFirst: boolean }) {
  if (line.kind === 'heading') return <div className={classes['heading']}>{line.text}</div>;
  if (line.kind === 'text') return <div className={classes['text']}>{line.text}</div>;
  if (line.kind === 'large') return <div className={classes['large']}><span>{line.label}</span><strong>{line.value}</strong></div>;
  if (line.kind === 'cards') return <div className={classes['cards']}>{line.cards.map((card, at) => <PaperCardView key={at} card={card} />)}</div>;
  if (line.kind === 'facts') {
    return (
      <div className={classes['row']} data-top={isFirst || undefined} style={{ gridTemplateColumns: FACT_COLUMNS }}>
        {line.cells.flatMap(({ label, value }) => [
          <div key={`${label} label`} className={`${classes['cell']} ${classes['label']}`}>{label}</div>,
          <div key={label} className={classes['cell']}>{value === '' ? '—' : value}</div>,
        ])}
        {line.cells.length === 1 && <><div className={classes['cell']} /><div className={classes['cell']} /></>}
      </div>
    );
  }
  return (
    <div className={classes['row']} data-kind={line.kind} data-top={isFirst || line.kind === 'head' || undefined} style={{ gridTemplateColumns: line.columns.map(({ width }) => `minmax(0, ${width}fr)`).join(' ') }}>
      {line.columns.map(({ title, figures }, at) => <div key={title} className={classes['cell']} data-figures={figures || undefined}>{line.cells[at]}</div>)}
    </div>
  );
}

/** A contact card: picture, name and lines, and a code for the phone. */
function PaperCardView({ card: { title, lines, picture, code } }: { readonly card: PaperCard }) {
  return (
    <div className={classes['card']}>
      {picture !== null && <img src={picture} alt="" />}
      <div>
        <strong>{title}</strong>
        {lines.map((line) => <div key={line}>{line}</div>)}
      </div>
      {code !== null && <div className={classes['code']}><QrCode text={code} label={title} /></div>}
    </div>
  );
}

type PaperSheetProps = { readonly form: SheetForm; readonly title: string; readonly lines: readonly PaperLine[]; readonly page: number; readonly pages: number; readonly printedAt: Date; /** Hangs where everybody passes: nobody's name runs across it. */ readonly isPublic: boolean; /** A drawing that takes the whole sheet instead of lines. */ readonly children?: ReactNode };

/** One sheet: title and station above, page and who printed it when below, and across it whose paper it is. */
export function PaperSheet({ form, title, lines, page, pages, printedAt, isPublic, children }: PaperSheetProps) {
  const { communityName, displayName, demo } = useSession();
  const when = <FormattedDate value={printedAt} dateStyle="medium" timeStyle="short" />;
  return (
    <article className={classes['sheet']} data-paper-form={form}>
      <div className={classes['watermark']} aria-hidden>{demo ? <FormattedMessage id="paper.demo" /> : !isPublic && <span>{displayName} {when}</span>}</div>
      <header className={classes['head']}>
        <h2 className={classes['paperTitle']}>{title}</h2>
        <span>{communityName}</span>
      </header>
      <div className={classes['lines']}>
        {children ?? lines.map((line, at) => <PaperLineView key={at} line={line} isFirst={at === 0 || lines[at - 1]?.kind === 'heading'} />)}
      </div>
      <footer className={classes['foot']}>
        <span>{isPublic ? when : <FormattedMessage id="paper.printed-by" values={{ name: displayName, when }} />}</span>
        {demo && <strong><FormattedMessage id="frame.demo.paper" /></strong>}
        <span><FormattedMessage id="paper.page" values={{ page, pages }} /></span>
      </footer>
    </article>
  );
}
