import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  createTheme,
  Menu,
  Modal,
  NumberInput,
  Popover,
  Select,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
  type MantineThemeOverride,
} from '@mantine/core';

/** Mantine speaks in the design's tokens: its own colours are mapped onto the custom properties. */
/** Lists open above the cards that float on the map, which stand above its own panes. */
const ABOVE_MAP = 460;

export const mantineTheme: MantineThemeOverride = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: '"Inter Variable", ui-monospace, monospace',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '20px', xl: '24px' },
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '640' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '10px' },
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-2)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-3)',
    xl: 'var(--shadow-3)',
  },
  defaultRadius: 'md',
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 5 },
  colors: {
    ink: [
      '#EDF1FE',
      '#DAE2FD',
      '#B9C7F7',
      '#9DB2FF',
      '#5A7BEF',
      '#4568E6',
      '#2F54D6',
      '#2647BD',
      '#2847B8',
      '#1D2743',
    ],
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 28, variant: 'subtle', color: 'gray' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 90 }, fz: 'sm' },
    }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'xl', radius: 'xl', transitionProps: { duration: 140 }, zIndex: ABOVE_MAP },
    }),
    Popover: Popover.extend({
      defaultProps: { shadow: 'xl', radius: 'xl', transitionProps: { duration: 140 }, zIndex: ABOVE_MAP },
    }),
    Modal: Modal.extend({
      defaultProps: {
        shadow: 'xl',
        radius: 'xl',
        centered: true,
        transitionProps: { duration: 140 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs', hideControls: true } }),
    Select: Select.extend({ defaultProps: { size: 'xs', allowDeselect: false, checkIconPosition: 'right' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none' } }),
    Alert: Alert.extend({ defaultProps: { variant: 'light' } }),
  },
});

const tokensForMantine = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-ink-filled': 'var(--accent)',
  '--mantine-color-ink-filled-hover': 'var(--accent-hover)',
  '--mantine-color-ink-light': 'var(--accent-soft)',
  '--mantine-color-ink-light-hover': 'var(--accent-soft)',
  '--mantine-color-ink-light-color': 'var(--accent-text)',
  '--mantine-color-gray-light': 'var(--inset)',
  '--mantine-color-gray-light-hover': 'var(--inset)',
  '--mantine-color-gray-light-color': 'var(--text-2)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent-text)',
};

/** Points Mantine's own variables at the tokens, the same in both schemes: the tokens switch by themselves. */
export const resolveMantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: tokensForMantine,
  dark: tokensForMantine,
});
