import {
  createTheme,
  rem,
  type ButtonProps,
  type CSSVariablesResolver,
  type DrawerProps,
  type MantineColorsTuple,
  type PopoverProps,
  type SkeletonProps,
  type TooltipProps,
} from '@mantine/core';

import { darkVariables, lightVariables } from './tokens.ts';

/** Ten shades from paper to ink: chrome has no hue, colour belongs to data. */
const ink: MantineColorsTuple = [
  '#EEF1F5',
  '#E2E6EB',
  '#C5CCD6',
  '#A5AEBB',
  '#8B95A3',
  '#626C7B',
  '#465060',
  '#303844',
  '#1D222B',
  '#12161D',
];

const fontFamily =
  '"Inter Variable", Inter, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", ' +
  '"Noto Sans SC Variable", "Noto Sans CJK SC", sans-serif';

export const theme = createTheme({
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 0 },
  autoContrast: true,
  fontFamily,
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans SC Variable", "Noto Sans Mono CJK SC", monospace',
  headings: { fontFamily, fontWeight: '620', textWrap: 'balance' },
  fontSizes: { xs: rem(11), sm: rem(12.5), md: rem(14), lg: rem(15), xl: rem(25) },
  spacing: { xs: rem(4), sm: rem(8), md: rem(14), lg: rem(16), xl: rem(28) },
  radius: { xs: rem(3), sm: rem(4), md: rem(7), lg: rem(10) },
  defaultRadius: 'md',
  shadows: { xs: 'var(--lift)', md: 'var(--float)' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // By name: a component that stood here would come with the first page, drawn there or not.
  components: {
    Button: { defaultProps: { variant: 'default', size: 'compact-sm' } satisfies Partial<ButtonProps> },
    Popover: {
      defaultProps: { shadow: 'md', radius: 'lg', transitionProps: { duration: 120 } } satisfies Partial<PopoverProps>,
    },
    Drawer: {
      defaultProps: {
        position: 'right',
        transitionProps: { duration: 200 },
        overlayProps: { backgroundOpacity: 0.18 },
      } satisfies Partial<DrawerProps>,
    },
    Tooltip: {
      defaultProps: {
        transitionProps: { duration: 120 },
        color: 'dark',
        openDelay: 120,
      } satisfies Partial<TooltipProps>,
    },
    Skeleton: { defaultProps: { radius: 'md', animate: false } satisfies Partial<SkeletonProps> },
  },
});

const controls = {
  '--mantine-color-body': 'var(--canvas)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-placeholder': 'var(--ink3)',
  '--mantine-primary-color-light': 'var(--sunken)',
  '--mantine-primary-color-light-hover': 'var(--line)',
  '--mantine-primary-color-light-color': 'var(--ink)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...lightVariables, ...controls },
  dark: { ...darkVariables, ...controls },
});
