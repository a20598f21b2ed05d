/** A colleague as the list of employees gives them. */
export const employeeName = (employee: Readonly<Record<string, unknown>>): string =>
  [employee['firstName'], employee['lastName']].filter(Boolean).join(' ')
