export { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
