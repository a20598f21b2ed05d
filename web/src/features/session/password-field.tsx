import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A password, hidden until one asks to see it. */
export function PasswordField(props: Omit<TextInputProps, 'type' | 'rightSection'>) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? IconEyeOff : IconEye
  return (
    <TextInput
      {...props}
      type={isShown ? 'text' : 'password'}
      required
      maxLength={128}
      rightSection={
        <ActionIcon
          size="sm"
          aria-label={t(isShown ? 'session.hidePassword' : 'session.showPassword')}
          onClick={() => setShown(!isShown)}
        >
          <Icon size={16} stroke={1.5} />
        </ActionIcon>
      }
    />
  )
}
