import type { Popover as MantinePopover, PopoverProps as MantinePopoverProps } from '@mantine/core'
import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { lateParts, useLateParts } from './use-late-parts.js'

const mantine = lateParts(async (): Promise<typeof MantinePopover> => (await import('./popover-parts.js')).Popover)

interface PopoverProps extends Pick<MantinePopoverProps, 'position' | 'width'> {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  /** Opens and closes it by its own `onClick`. */
  readonly button: ReactElement<object>
  /** Of the sheet that opens. */
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Mantine's popover, of which a page loads the button only. It keeps the focus while it is open and gives it back. */
export function Popover({ opened, onChange, button, className, children, ...rest }: PopoverProps) {
  const { parts: Mantine, shown, button: ref, near } = useLateParts(mantine, opened)
  if (!Mantine) {
    const closed = { 'aria-haspopup': 'dialog', 'aria-expanded': false }
    return cloneElement(button, { ...near, ...closed })
  }
  return (
    <Mantine {...rest} opened={shown} onChange={onChange} trapFocus returnFocus>
      <Mantine.Target>{cloneElement(button, { ref } as object)}</Mantine.Target>
      <Mantine.Dropdown {...(className && { className })}>{children}</Mantine.Dropdown>
    </Mantine>
  )
}
