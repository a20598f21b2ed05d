import { createTheme, type CSSVariablesResolver, defaultVariantColorsResolver } from '@mantine/core'
import { colours, tones } from './tokens.js'

/** Mantine in our colours, sizes and shapes; what every component of the house looks like unless it says otherwise. */
export const theme = createTheme({
  colors: {
    gray: ramp('f8fafd f2f6f9 e8eef2 dce2e7 cad2d8 9ca6ae 707c85 56626c 38444d 1d2830'),
    dark: ramp('e5eaee c8cfd4 a6afb6 8895a0 3f4b54 29343c 1d262d 171f25 11181d 0d1418'),
    accent: ramp('eff9f8 daf1ee bae3de 94d0ca 4fbab1 39a29a 118880 0b6f69 085853 004742'),
    neutral: ramp('f8fafd f2f6f9 e8eef2 dce2e7 b1bcc4 9ca6ae 707c85 56626c 38444d 1d2830'),
    info: ramp('eff8ff dcedff beddfe 9bc7f6 8cc2f4 4e94d8 3379bc 2165a2 155186 0f3e67'),
    success: ramp('f0faf3 dcf2e3 bee4ca 9ad2ad 7cd2a0 49a46e 2b8a56 167444 075e34 064827'),
    warning: ramp('fdf5ec f9e8d5 f1d4b1 e4ba88 ecbb70 be8127 a26700 8a5400 714200 573200'),
    danger: ramp('fff2f0 ffe2de ffc7c1 ffa8a0 f59c95 e8756f c24643 b23a38 8a2525 6b1c1b'),
  },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  // By night the fills are light, and so the words on them dark.
  variantColorResolver: (input) => {
    const found = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...found, color: 'var(--on-accent)' } : found
  },
  white: '#ffffff',
  black: '#1a242c',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: {
    xs: 'var(--text-small)',
    sm: 'var(--text-body)',
    md: 'var(--text-body)',
    lg: 'var(--text-large)',
    xl: 'var(--text-title)',
  },
  lineHeights: {
    xs: 'var(--line-small)',
    sm: 'var(--line-body)',
    md: 'var(--line-body)',
    lg: 'var(--line-large)',
    xl: 'var(--line-title)',
  },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--text-title)', lineHeight: 'var(--line-title)' },
      h2: { fontSize: 'var(--text-large)', lineHeight: 'var(--line-large)' },
      h3: { fontSize: 'var(--text-body)', lineHeight: 'var(--line-body)' },
      h4: { fontSize: 'var(--text-body)', lineHeight: 'var(--line-body)' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '999px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--float)', lg: 'var(--float)', xl: 'var(--float)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    // What may stay empty says so; the rest is needed.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 160 } } },
  },
})

/** The tokens as CSS variables, and Mantine's own surfaces and tones told in them. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: inScheme(0), dark: inScheme(1) })

function inScheme(index: 0 | 1): Record<string, string> {
  const own = Object.entries(colours).map(([name, pair]) => [`--${name}`, pair[index]] as const)
  const toned = tones.flatMap((tone) => [
    [`--mantine-color-${tone}-light`, `var(--${tone}-soft)`] as const,
    [`--mantine-color-${tone}-light-color`, `var(--${tone}-ink)`] as const,
    [`--mantine-color-${tone}-outline`, `var(--${tone}-ink)`] as const,
  ])
  return { ...Object.fromEntries([...own, ...toned]), ...surfaces }
}

const surfaces = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger-ink)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent-strong)',
  '--mantine-color-gray-light-color': 'var(--quiet)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
}

type Ramp = readonly [string, string, string, string, string, string, string, string, string, string]

function ramp(shades: string): Ramp {
  return shades.split(' ').map((shade) => `#${shade}`) as unknown as Ramp
}
