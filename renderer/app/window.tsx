import './jitless.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '#renderer/theme/desk.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadWords } from '#renderer/i18n/load-words.ts';
import { boot, styleNonce } from './boot.ts';
import { Desk } from './Desk.tsx';

// for the scroll lock under dialogs, which writes its own style
setNonce(styleNonce);

const words = await loadWords(boot.preferences.locale);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Desk firstWords={{ locale: boot.preferences.locale, words }} />
    </StrictMode>,
  );
}
