export { SheetSection } from '#renderer/components/page/SheetSection.tsx';
