import type { activityTypes } from '@prometric/contracts/deal-activities'
import {
  IconBell,
  IconCheckbox,
  IconFileDescription,
  IconFileText,
  IconMail,
  IconNote,
  IconPhone,
  IconPresentation,
  IconUsers,
} from '@tabler/icons-react'

const icons = {
  CALL: IconPhone,
  EMAIL: IconMail,
  MEETING: IconUsers,
  TASK: IconCheckbox,
  NOTE: IconNote,
  PROPOSAL_SENT: IconFileText,
  CONTRACT_SENT: IconFileDescription,
  DEMO: IconPresentation,
  FOLLOW_UP: IconBell,
} as const satisfies Record<(typeof activityTypes)[number], typeof IconPhone>

export type ActivityType = keyof typeof icons

export function ActivityIcon({ type }: { readonly type: ActivityType }) {
  const Icon = icons[type]
  return <Icon size={16} stroke={1.6} aria-hidden />
}
