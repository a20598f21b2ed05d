/** What happened and why. */
export const chain = {
  title: 'What happened and why',
}
