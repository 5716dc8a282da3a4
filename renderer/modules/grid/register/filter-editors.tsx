export { flagFilter, linkedFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
