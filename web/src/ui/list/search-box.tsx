import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Kbd } from '../kbd.js'

interface SearchBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Words to look for; `/` comes here from anywhere on the page. The list is asked when the typing pauses. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  const later = useDebouncedCallback(onChange, 250)
  useEffect(() => {
    // The address changed elsewhere: a view was chosen, a step back was made.
    if (box.current && document.activeElement !== box.current) box.current.value = value
  }, [value])
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const writing =
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable], [role=dialog]')
      if (event.key !== '/' || writing || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
  return (
    <TextInput
      ref={box}
      type="search"
      size="xs"
      w={{ base: '100%', xs: 220 }}
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
      rightSection={<Kbd keys="/" />}
      onChange={(event) => later(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  )
}
