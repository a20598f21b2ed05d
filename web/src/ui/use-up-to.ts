import { useMediaQuery } from '@mantine/hooks'
import { widths } from '../theme/tokens.js'

/** Whether the window is no wider than this: `useUpTo('phone')`. */
export const useUpTo = (width: keyof typeof widths): boolean =>
  useMediaQuery(`(max-width: ${widths[width]}px)`, false, { getInitialValueInEffect: false })
