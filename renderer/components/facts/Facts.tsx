import type { ReactNode } from 'react';
import classes from './facts.module.css';

export type Fact = { readonly id: string; readonly label: string; readonly value: ReactNode };

type FactsProps = { readonly facts: readonly Fact[]; readonly columns?: 1 | 2 | 3 };

const isEmpty = (value: ReactNode): boolean => value === '' || value === null || value === undefined;

/** What is known of a record: label and value in pairs; an unknown value is a dash, so that a gap is seen. */
export function Facts({ facts, columns = 1 }: FactsProps) {
  return (
    <dl className={classes['facts']} data-columns={columns}>
      {facts.map(({ id, label, value }) => (
        <div key={id} className={classes['fact']}>
          <dt>{label}</dt>
          <dd>{isEmpty(value) ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
