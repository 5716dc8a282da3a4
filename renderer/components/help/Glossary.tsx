import { Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './glossary.module.css';

/** The words of the trade that the desk uses, in the order in which they are met. */
const TERMS = ['grid', 'grid-member', 'special-grid', 'household', 'head', 'actual-population', 'registered', 'floating', 'left-behind', 'overseas', 'no-hukou', 'lives-where-registered', 'vacant-household', 'rented-dwelling', 'dwelling-use', 'register-no', 'masking', 'reveal', 'dry-run', 'batch', 'undo-import', 'backup', 'restore-drill', 'recovery-sheet', 'log', 'seal', 'working-day', 'make-up-day', 'code-table', 'draft', 'view', 'demo'] as const;

/** What each word means here, searchable. */
export function Glossary() {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const entries = TERMS.map((id) => ({ id, term: formatMessage({ id: `glossary.${id}.term` }), meaning: formatMessage({ id: `glossary.${id}.meaning` }) }));
  const shown = entries.filter(({ term, meaning }) => `${term} ${meaning}`.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <section aria-label={formatMessage({ id: 'glossary.title' })}>
      <Title order={2} mb={4}><FormattedMessage id="glossary.title" /></Title>
      <TextInput size="xs" w={260} mb="xs" type="search" label={formatMessage({ id: 'glossary.find' })} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {shown.length === 0 && <Text size="sm" role="status"><FormattedMessage id="glossary.none" /></Text>}
      <dl className={classes['terms']}>
        {shown.map(({ id, term, meaning }) => (
          <div key={id}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
