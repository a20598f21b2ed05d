/** What happened and why. */
export const chain = {
  title: 'Не болды және неге',
}
