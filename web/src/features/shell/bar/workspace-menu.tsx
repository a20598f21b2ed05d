import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMembership, useSignedIn, workIn } from '../../../lib/session.js'
import { Menu } from '../../../ui/overlays/menu.js'
import styles from './bar.module.css'

/** Where the person works now, and where else they may. */
export function WorkspaceMenu() {
  const { t } = useTranslation()
  const { memberships, workspaceId } = useSignedIn()
  const here = useMembership()
  if (!here) return null
  if (memberships.length < 2)
    return (
      <span className={styles.workspace} title={here.organizationName}>
        <span>{here.workspaceName}</span>
      </span>
    )
  return (
    <Menu
      position="bottom-start"
      width={280}
      button={
        <UnstyledButton className={styles.workspace} title={here.organizationName}>
          <VisuallyHidden>{t('shell.switchWorkspace')}</VisuallyHidden> <span>{here.workspaceName}</span>
          <IconSelector size={15} stroke={1.5} aria-hidden />
        </UnstyledButton>
      }
    >
      <Menu.RadioGroup value={workspaceId} onChange={workIn}>
        {memberships.map((each) => (
          <Menu.RadioItem key={each.workspaceId} value={each.workspaceId} closeMenuOnClick>
            {each.workspaceName}
            <span className={styles.organization}>{each.organizationName}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu>
  )
}
