import type { Menu as MantineMenu, MenuProps as MantineMenuProps } from '@mantine/core'
import {
  cloneElement,
  type ComponentType,
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useState,
} from 'react'
import { lateParts, useLateParts } from './use-late-parts.js'

type Parts = typeof MantineMenu
type PartName = 'Item' | 'Divider' | 'Label' | 'RadioGroup' | 'RadioItem'

const mantine = lateParts(async (): Promise<Parts> => (await import('./menu-parts.js')).Menu)
const Loaded = createContext<Parts | undefined>(undefined)

interface MenuProps extends Pick<MantineMenuProps, 'position' | 'width'> {
  /** Opens it. */
  readonly button: ReactElement<object>
  readonly children: ReactNode
}

/** Mantine's menu, of which a page loads the button only. */
function LateMenu({ button, children, ...rest }: MenuProps) {
  const [opened, setOpened] = useState(false)
  const { parts: Mantine, shown, button: ref, near } = useLateParts(mantine, opened)
  if (!Mantine) {
    const closed = { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => setOpened(true) }
    return cloneElement(button, { ...near, ...closed })
  }
  return (
    <Loaded value={Mantine}>
      <Mantine {...rest} opened={shown} onChange={setOpened}>
        <Mantine.Target>{cloneElement(button, { ref } as object)}</Mantine.Target>
        <Mantine.Dropdown>{children}</Mantine.Dropdown>
      </Mantine>
    </Loaded>
  )
}

/** A part stands inside a menu that is open, and so is here. */
function part<Key extends PartName>(key: Key): Parts[Key] {
  const Part = (props: object) => {
    const Found = use(Loaded)![key] as ComponentType<object>
    return <Found {...props} />
  }
  return Part as unknown as Parts[Key]
}

export const Menu: typeof LateMenu & Pick<Parts, PartName> = Object.assign(LateMenu, {
  Item: part('Item'),
  Divider: part('Divider'),
  Label: part('Label'),
  RadioGroup: part('RadioGroup'),
  RadioItem: part('RadioItem'),
})
