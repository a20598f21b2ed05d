/** What happened and why. */
export const chain = {
  title: 'Что произошло и почему',
}
