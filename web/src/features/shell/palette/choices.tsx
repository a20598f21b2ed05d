import { useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languages, speak, useLanguage } from '../../../lib/language.js'
import { signOut } from '../../../lib/session.js'
import { myPages } from '../../../routes/pages.js'
import { addressOf, kindOf } from '../../../ui/document-kinds.js'
import { toneOf } from '../../../ui/status-tones.js'
import { ToneMark } from '../../../ui/tone-mark.js'
import { useWord } from '../../../ui/use-word.js'
import { pageIcons } from '../rail/page-icons.js'
import type { Hit } from './finders.js'

export interface Choice {
  readonly key: string
  readonly group: 'pages' | 'found' | 'actions'
  readonly icon: ReactNode
  readonly title: string
  readonly number?: string | null
  readonly more?: string | undefined
  choose(): void
}

/** Everything that can be chosen for a text, in the order of the list. */
export function useChoices(text: string, hits: readonly Hit[]): readonly Choice[] {
  const pages = usePages()
  const found = useFound(hits)
  const actions = useActions()
  const fits = ({ title }: Choice) => title.toLowerCase().includes(text.toLowerCase())
  if (text === '') return [...pages, ...actions]
  return [...pages.filter(fits), ...found, ...actions.filter(fits)]
}

function usePages(): Choice[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return myPages().map(({ key, to }) => {
    const Icon = pageIcons[key]
    const icon = <Icon size={16} stroke={1.5} />
    return { key, group: 'pages', icon, title: t(`shell.pages.${key}`), choose: () => void navigate({ to }) }
  })
}

function useFound(hits: readonly Hit[]): Choice[] {
  const word = useWord()
  const navigate = useNavigate()
  return hits.map(({ type, id, number, title, more, status }) => {
    const lifecycle = kindOf(type)!.lifecycle
    const words = [word('document', type), word(lifecycle, status), more].filter(Boolean).join(' · ')
    const icon = <ToneMark tone={toneOf(lifecycle, status)} size={14} />
    const choose = () => void navigate(addressOf(type, id)!)
    return { key: `${type} ${id}`, group: 'found', icon, title: title || words, number, more: words, choose }
  })
}

function useActions(): Choice[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const others = Object.entries(languages).filter(([tag]) => tag !== language) as [Language, string][]
  const action = (key: string, icon: ReactNode, title: string, choose: () => void): Choice => ({
    key,
    group: 'actions',
    icon,
    title,
    choose,
  })
  return [
    action('light', <IconSun size={16} stroke={1.5} />, t('shell.scheme.light'), () => setColorScheme('light')),
    action('dark', <IconMoon size={16} stroke={1.5} />, t('shell.scheme.dark'), () => setColorScheme('dark')),
    ...others.map(([tag, name]) => action(tag, <IconLanguage size={16} stroke={1.5} />, name, () => void speak(tag))),
    action('sign-out', <IconLogout size={16} stroke={1.5} />, t('shell.person.signOut'), () => void signOut()),
  ]
}
