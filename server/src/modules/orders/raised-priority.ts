/** An urgent order's priority is at least URGENT: a lower one is raised, CRITICAL stays. `order` names the row with both columns. */
export const raisedPriority = (order: string): string =>
  `case when ${order}.is_urgent and ${order}.priority in ('LOW', 'NORMAL', 'HIGH') then 'URGENT' else ${order}.priority end`
