import type zhCN from '#resources/locales/zh-CN.ts';

/** Every sentence a person can read, by its key; Chinese is the source, English must have the same keys. */
export type MessageId = keyof typeof zhCN;

declare global {
  // react-intl reads the type of ids from this name
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}

/** A key built at run time, e.g. from an error code; a test walks every code and kind through every locale. */
export const messageId = (id: string): MessageId => id as MessageId; // existence is proved by tests/architecture/locales.test.ts
