import { Alert, Button, createTheme, Drawer, Input, Menu, Modal, MultiSelect, Notification, Popover, Select, Tooltip, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';

/** Deep teal, the only accent: shade 7 carries white text at 6:1 on paper, shade 6 at 4.6:1 in the dark (look.md 2). */
const pine: MantineColorsTuple = ['#e8f5f4', '#d2e8e6', '#a6d1ce', '#77b9b5', '#5ab0ab', '#2f8f8b', '#0d7f7b', '#0b6b69', '#095856', '#074543'];
/** Neutrals slightly warm; 5 and 6 are words on white, at least 4.5:1. */
const gray: MantineColorsTuple = ['#f8f8f6', '#f1f1ee', '#e7e6e2', '#dddcd7', '#cfcdc7', '#74726c', '#666460', '#4b4a46', '#353431', '#21201e'];
const dark: MantineColorsTuple = ['#d6d5d1', '#c4c3be', '#a5a49e', '#96958f', '#454540', '#393935', '#2b2b28', '#1a1b1a', '#151615', '#101110'];
/** Past its limit, or will lose data. */
const red: MantineColorsTuple = ['#fbeceb', '#f4d3d1', '#eaa9a6', '#e58a86', '#f0837e', '#d8504a', '#c53f39', '#b3322d', '#962824', '#7a1f1c'];
/** Near its limit. */
const yellow: MantineColorsTuple = ['#fdf4e1', '#f8e4b8', '#f0cd84', '#e7b650', '#e3ac3c', '#b27c10', '#8f6208', '#805605', '#6a4703', '#543802'];
/** Done and verified. */
const green: MantineColorsTuple = ['#e9f5ec', '#cfe7d5', '#a3d0ae', '#76b986', '#6cb87d', '#3f8f53', '#2f7d44', '#276b39', '#1f562e', '#174123'];
/** Information. */
const blue: MantineColorsTuple = ['#edf2f6', '#d8e2ea', '#b4c7d5', '#8eabc0', '#8cadc5', '#587e99', '#48708c', '#3c5f78', '#304d62', '#243b4c'];

/** Whatever moves, moves for cause and effect, and briefly (look.md 2). */
const brief = { transitionProps: { duration: 100 } } as const;
/** Dimmed enough to say "first this", light enough to read what lies below. */
const overlayProps = { backgroundOpacity: 0.35 } as const;
const atOnce = { transitionProps: { duration: 0 } } as const;

/** The desk's Mantine theme; `closeWords` names the cross of dialogs for screen readers. */
export const deskTheme = (closeWords: string): MantineThemeOverride =>
  createTheme({
    primaryColor: 'pine',
    primaryShade: { light: 7, dark: 6 },
    colors: { pine, gray, dark, red, yellow, green, blue },
    black: '#21201e',
    fontFamily: 'var(--words-font)',
    fontFamilyMonospace: 'Consolas, "Cascadia Mono", "Noto Sans Mono", monospace',
    fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.125rem', xl: '1.25rem' },
    lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
    headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.125rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.9375rem' }, h4: { fontSize: '0.875rem' } } },
    defaultRadius: 6,
    radius: { xs: '4px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
    shadows: { xs: 'none', sm: '0 4px 16px rgb(0 0 0 / 14%)', md: '0 4px 16px rgb(0 0 0 / 14%)', lg: '0 4px 16px rgb(0 0 0 / 14%)', xl: '0 4px 16px rgb(0 0 0 / 14%)' },
    respectReducedMotion: true,
    components: {
      Button: Button.extend({ defaultProps: { size: 'sm' } }),
      InputWrapper: Input.Wrapper.extend({ defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } }), // so that fields side by side stand on one line
      Modal: Modal.extend({ defaultProps: { ...brief, overlayProps, closeButtonProps: { 'aria-label': closeWords } } }),
      Drawer: Drawer.extend({ defaultProps: { ...brief, overlayProps, position: 'right', closeButtonProps: { 'aria-label': closeWords } } }),
      Menu: Menu.extend({ defaultProps: { ...atOnce, shadow: 'sm', withInitialFocusPlaceholder: false } }),
      MenuDivider: { defaultProps: { role: 'separator' } },
      // the list of options scrolls itself (desk.css): a frame around it would be one more stop for the Tab key
      Select: Select.extend({ defaultProps: { withScrollArea: false } }),
      MultiSelect: MultiSelect.extend({ defaultProps: { withScrollArea: false } }),
      Popover: Popover.extend({ defaultProps: { ...atOnce, shadow: 'sm' } }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, ...brief } }),
      Alert: Alert.extend({ defaultProps: { closeButtonLabel: closeWords } }),
      Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': closeWords } } }),
    },
  });
